using System.Globalization;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>Finds the source of a path of the model.</summary>
internal static class DiagnosticLocations
{
    /// <summary>
    /// The location inside of the declaration of a topology, a pair or a layer. For a path that leaves the declaration, it is the member of the declaration
    /// where the path begins. A member that is inherited from another assembly, or that another generator adds, is in no file that a user can edit: it is the
    /// name of the declaration.
    /// </summary>
    /// <param name="argument">A setting, or <c>Attribute.Setting</c>; null for the attribute that attaches a disk, or the name.</param>
    public static Location Inside(CompilationSymbols symbols, INamedTypeSymbol declaration, string path, string? argument, CancellationToken cancellation)
    {
        string[] members = Access.NamesOf(path);
        RecordSymbols record = symbols.RecordOf(declaration);
        if (members.Length == 0) return OfSymbol(declaration, record.Attributes, argument, cancellation);
        if (path[0] == '#') return OfNumber(symbols, declaration, members, cancellation);
        Location location = record.Find(members[0]) is { } member
            ? OfSymbol(DeclaredIn(declaration, member), member.Attributes, members.Length == 1 && HasArgument(member, argument) ? argument : null, cancellation)
            : Name(declaration.GetMembers(members[0]).FirstOrDefault() ?? declaration);
        return InSource(symbols, location) is { SourceTree: { } tree } && !symbols.AddedTrees.Contains(tree) ? location : Name(declaration);
    }

    /// <summary>An inherited property, or the positional parameter of the declaration that gives its value.</summary>
    private static ISymbol DeclaredIn(INamedTypeSymbol declaration, MemberSymbol member)
    {
        if (member.Attributes.Count > 0 || SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, declaration)) return member.Symbol;
        return declaration.InstanceConstructors
            .Where(static constructor => !constructor.IsImplicitlyDeclared)
            .SelectMany(static constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == member.Name) ?? member.Symbol;
    }

    /// <summary>The location in the declaration of a layer.</summary>
    /// <param name="argument">A setting, or <c>Attribute.Setting</c>.</param>
    public static Location OfLayer(CompilationSymbols symbols, INamedTypeSymbol layer, string? argument, CancellationToken cancellation) =>
        OfSymbol(layer, symbols.AttributesOf(layer), argument, cancellation);

    /// <summary>The type of the layer that a path of a topology leads to; null where there is none.</summary>
    public static INamedTypeSymbol? LayerAt(CompilationSymbols symbols, INamedTypeSymbol topology, string path)
    {
        INamedTypeSymbol? type = topology;
        foreach (string name in Access.NamesOf(path)) type = type is null ? null : symbols.RecordOf(type).Find(name)?.Layer?.Type;
        return type;
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

            return InSource(symbols, OfSymbol(member.Symbol, member.Attributes, argument, cancellation));
        }

        return InSource(symbols, OfSymbol(type, symbols.AttributesOf(type), argument, cancellation));
    }

    /// <summary>A member by its number, or the parameter of a method by its own: <c>#2</c>, <c>#3.0</c>.</summary>
    private static Location OfNumber(CompilationSymbols symbols, INamedTypeSymbol declaration, string[] numbers, CancellationToken cancellation)
    {
        ISymbol symbol = declaration.GetMembers()[int.Parse(numbers[0].Substring(1), CultureInfo.InvariantCulture)];
        if (numbers.Length > 1) symbol = ((IMethodSymbol)symbol).Parameters[int.Parse(numbers[1], CultureInfo.InvariantCulture)];
        IReadOnlyList<KnownAttribute> attributes = symbols.AttributesOf(symbol);
        return Location(attributes.FirstOrDefault().Data, cancellation) ?? Name(symbol);
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

    /// <summary>The location, if it is in a file of the compilation. A project that is referenced has files of its own.</summary>
    private static Location? InSource(CompilationSymbols symbols, Location location) =>
        location.SourceTree is { } tree && symbols.Compilation.ContainsSyntaxTree(tree) ? location : null;
}
