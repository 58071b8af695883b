using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>Where a path of the model stands in the source.</summary>
internal static class DiagnosticLocations
{
    /// <summary>
    /// The place inside the declaration of a topology or layer; for a path that leaves the declaration, its member where the path begins.
    /// </summary>
    /// <param name="argument">A setting, or <c>Attribute.Setting</c>; null for the attribute that attaches, or the name.</param>
    public static Location Inside(INamedTypeSymbol declaration, string path, string? argument, CancellationToken cancellation)
    {
        string[] members = Access.NamesOf(path);
        if (members.Length == 0) return OfSymbol(declaration, declaration.GetAttributes(), argument, cancellation);
        ISymbol? member = Member(declaration, members[0]);
        return member is null
            ? Name(declaration.GetMembers(members[0]).FirstOrDefault() ?? declaration)
            : OfSymbol(member, Members.Attributes(member), members.Length == 1 && HasArgument(member, argument) ? argument : null, cancellation);
    }

    /// <summary>The place itself, wherever its declaration is; null where it has no source.</summary>
    public static Location? Anywhere(INamedTypeSymbol declaration, string path, string? argument, CancellationToken cancellation)
    {
        string[] members = Access.NamesOf(path);
        INamedTypeSymbol type = declaration;
        int top = 0;
        for (int at = 0; at < members.Length; at++)
        {
            if (Member(type, members[at]) is not { } member) return null;
            if (at == 0 && PairParser.HostType(member) is { } host && (members.Length > 1 || !HasArgument(member, argument)))
            {
                type = host;
                top = 1;
                continue;
            }

            if (member is IPropertySymbol property && LayerTreeParser.LayerType(property.Type, out _, out _) is { } below
                && (at > top || members.Length > top + 1 || !HasArgument(member, argument)))
            {
                type = below;
                continue;
            }

            return InSource(OfSymbol(member, Members.Attributes(member), argument, cancellation));
        }

        return InSource(OfSymbol(type, type.GetAttributes(), argument, cancellation));
    }

    private static ISymbol? Member(INamedTypeSymbol type, string name) => Members.Of(type).FirstOrDefault(member => member.Name == name);

    /// <summary>Whether an argument belongs to what stands at the member; otherwise to the layer that the member is an edge to.</summary>
    private static bool HasArgument(ISymbol member, string? argument)
    {
        string[] parts = argument?.Split('.') ?? [];
        return parts.Length == 0 || Members.Attributes(member).Where(KnownAttributes.IsColoGen)
            .Any(attribute => parts.Length == 2 ? KnownAttributes.Kind(attribute) == parts[0] : HasSetting(attribute, parts[0]));
    }

    private static Location OfSymbol(ISymbol symbol, IReadOnlyList<AttributeData> attributes, string? argument, CancellationToken cancellation)
    {
        string[] parts = argument?.Split('.') ?? [];
        AttributeData[] ours = [.. attributes.Where(KnownAttributes.IsColoGen).OrderBy(attribute => Attaches(attribute) ? 0 : 1)];
        if (parts.Length == 0)
        {
            AttributeData? attach = symbol is INamedTypeSymbol ? null : ours.FirstOrDefault(Attaches);
            return attach?.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Name(symbol);
        }

        string setting = parts[parts.Length - 1];
        foreach (AttributeData attribute in ours.Where(attribute => parts.Length == 1 || KnownAttributes.Kind(attribute) == parts[0]))
        {
            if (Argument(attribute, setting, cancellation) is { } found) return found;
        }

        AttributeData? owner = ours.FirstOrDefault(attribute => parts.Length == 2 ? KnownAttributes.Kind(attribute) == parts[0] : HasSetting(attribute, setting));
        return owner?.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Name(symbol);
    }

    private static bool Attaches(AttributeData attribute) => KnownAttributes.Kind(attribute) is "Disk" or "HostDisk";

    private static Location? Argument(AttributeData attribute, string setting, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList.Arguments: var arguments }) return null;
        AttributeArgumentSyntax? named = arguments.FirstOrDefault(argument =>
            (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText is { } name && name.Equals(setting, StringComparison.OrdinalIgnoreCase));
        if (named is not null) return named.GetLocation();
        int position = attribute.AttributeConstructor?.Parameters
            .FirstOrDefault(parameter => parameter.Name.Equals(setting, StringComparison.OrdinalIgnoreCase))?.Ordinal ?? -1;
        return position >= 0 && position < arguments.Count && arguments[position].NameEquals is null ? arguments[position].GetLocation() : null;
    }

    private static bool HasSetting(AttributeData attribute, string setting) =>
        ValueParser.SettingsOf(attribute.AttributeClass!).Any(property => property.Name == setting);

    private static Location Name(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    private static Location? InSource(Location location) => location.IsInSource ? location : null;
}
