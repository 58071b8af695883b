using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>Finds the source of a path of the model.</summary>
internal static class DiagnosticLocations
{
    /// <summary>
    /// The location inside of the declaration of a topology, a pair or a layer. For a path that leaves the declaration, it is the member of the declaration
    /// where the path begins.
    /// </summary>
    /// <param name="argument">A setting, or <c>Attribute.Setting</c>; null for the attribute that attaches a disk, or the name.</param>
    public static Location Inside(CompilationSymbols symbols, INamedTypeSymbol declaration, string path, string? argument, CancellationToken cancellation)
    {
        string[] members = Access.NamesOf(path);
        RecordSymbols record = symbols.RecordOf(declaration);
        if (members.Length == 0) return OfSymbol(declaration, record.Attributes, argument, cancellation);
        return record.Find(members[0]) is { } member
            ? OfSymbol(member.Symbol, member.Attributes, members.Length == 1 && HasArgument(member, argument) ? argument : null, cancellation)
            : Name(declaration.GetMembers(members[0]).FirstOrDefault() ?? declaration);
    }

    /// <summary>The location itself, in whatever declaration it is; null where it has no source.</summary>
    /// <inheritdoc cref="Inside" path="/param"/>
    public static Location? Anywhere(CompilationSymbols symbols, INamedTypeSymbol declaration, string path, string? argument, CancellationToken cancellation)
    {
        string[] members = Access.NamesOf(path);
        INamedTypeSymbol type = declaration;
        int top = 0;
        for (int at = 0; at < members.Length; at++)
        {
            if (symbols.RecordOf(type).Find(members[at]) is not { } member) return null;
            if (at == 0 && PairParser.HostType(symbols, member) is { } host && (members.Length > 1 || !HasArgument(member, argument)))
            {
                type = host;
                top = 1;
                continue;
            }

            if (member.Layer is { } layer && (at > top || members.Length > top + 1 || !HasArgument(member, argument)))
            {
                type = layer.Type;
                continue;
            }

            return InSource(OfSymbol(member.Symbol, member.Attributes, argument, cancellation));
        }

        return InSource(OfSymbol(type, symbols.AttributesOf(type), argument, cancellation));
    }

    /// <summary>Whether an argument is one of an attribute of the member. Otherwise it is one of the layer that the member leads to.</summary>
    private static bool HasArgument(MemberSymbol member, string? argument)
    {
        string[] parts = argument?.Split('.') ?? [];
        return parts.Length == 0 || member.Attributes.Any(attribute => IsOf(attribute, parts));
    }

    private static Location OfSymbol(ISymbol symbol, IReadOnlyList<KnownAttribute> attributes, string? argument, CancellationToken cancellation)
    {
        string[] parts = argument?.Split('.') ?? [];
        KnownAttribute[] ordered = [.. attributes.OrderBy(static attribute => Attaches(attribute) ? 0 : 1)];
        if (parts.Length == 0)
        {
            AttributeData? attach = symbol is INamedTypeSymbol ? null : ordered.FirstOrDefault(Attaches).Data;
            return Location(attach, cancellation) ?? Name(symbol);
        }

        string setting = parts[parts.Length - 1];
        foreach (KnownAttribute attribute in ordered)
        {
            if ((parts.Length == 1 || attribute.Type.Kind == parts[0]) && Argument(attribute.Data, setting, cancellation) is { } found) return found;
        }

        return Location(ordered.FirstOrDefault(attribute => IsOf(attribute, parts)).Data, cancellation) ?? Name(symbol);
    }

    private static bool Attaches(KnownAttribute attribute) =>
        attribute.Type.Is(nameof(DiskAttribute)) || attribute.Type.Is(nameof(HostDiskAttribute));

    private static bool IsOf(KnownAttribute attribute, string[] argument) =>
        argument.Length == 2 ? attribute.Type.Kind == argument[0] : attribute.Type.HasSetting(argument[0]);

    private static Location? Location(AttributeData? attribute, CancellationToken cancellation) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();

    private static Location? Argument(AttributeData attribute, string setting, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList.Arguments: var arguments }) return null;
        AttributeArgumentSyntax? named = arguments.FirstOrDefault(argument =>
            (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText is { } name
            && name.Equals(setting, StringComparison.OrdinalIgnoreCase));
        if (named is not null) return named.GetLocation();
        int position = attribute.AttributeConstructor?.Parameters
            .FirstOrDefault(parameter => parameter.Name.Equals(setting, StringComparison.OrdinalIgnoreCase))?.Ordinal ?? -1;
        return position >= 0 && position < arguments.Count && arguments[position].NameEquals is null ? arguments[position].GetLocation() : null;
    }

    private static Location Name(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Microsoft.CodeAnalysis.Location.None;

    private static Location? InSource(Location location) => location.IsInSource ? location : null;
}
