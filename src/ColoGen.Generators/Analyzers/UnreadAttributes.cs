using System.Globalization;
using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Analyzers;

/// <summary>Finds attributes of ColoGen where nothing reads them.</summary>
internal static class UnreadAttributes
{
    private const string NotRead =
        "the documents can't read the property: put it on an instance property with a getter, which is no indexer and no explicit implementation";

    private const string NoProperty = "no property of the record comes from this parameter: put it on the property itself";

    private const string Marked = "[NotInDocuments] takes the property out of the documents: remove one of the two";

    private const string NotOfTopology = "it belongs on a property of a topology, a record with [Topology]";

    private const string NotAttached = "the property has no [Disk] and no [HostDisk]";

    private const string NoDisk = "the property has no [Disk]";

    private static readonly HashSet<string> s_diskNames =
    [
        AttributeName.Of<DiskAttribute>(), nameof(DiskAttribute), AttributeName.Of<HostDiskAttribute>(), nameof(HostDiskAttribute),
    ];

    public static IEnumerable<DeclarationError> Of(CompilationSymbols symbols, RecordSymbols record)
    {
        bool isTopology = record.Attributes.Has(nameof(TopologyAttribute));
        bool isLayer = record.Attributes.Any(static attribute => attribute.Type.IsLayer);
        foreach (KnownAttribute attribute in record.Attributes)
        {
            if (attribute.Type.Is(nameof(DomainAttribute)) && !isTopology) yield return Unread("", attribute, record.Type.Name, "the type has no [Topology]");
            if (attribute.Type.Is(nameof(BackingReferenceAttribute)) && !isLayer) yield return Unread("", attribute, record.Type.Name, "the type is no layer");
        }

        int number = 0;
        foreach (ISymbol member in record.Type.GetMembers())
        {
            string place = "#" + (number++).ToString(CultureInfo.InvariantCulture);
            if (member is IPropertySymbol or IFieldSymbol)
            {
                bool isInDocuments = RecordSymbols.IsInDocuments(symbols, member);
                MemberSymbol? read = record.Find(member);
                foreach (KnownAttribute attribute in read?.Attributes ?? symbols.AttributesOf(member))
                {
                    if (ReasonFor(attribute, read, isInDocuments, isTopology) is not { } reason) continue;
                    yield return Unread(read?.Name ?? place, attribute, member.Name, reason);
                }
            }
            else if (member is IMethodSymbol { IsImplicitlyDeclared: false, Parameters.IsEmpty: false } method)
            {
                foreach (IParameterSymbol parameter in method.Parameters)
                {
                    if (record.Members.Any(read => SymbolEqualityComparer.Default.Equals(read.Parameter, parameter))) continue;
                    foreach (KnownAttribute attribute in symbols.AttributesOf(parameter))
                    {
                        string ordinal = parameter.Ordinal.ToString(CultureInfo.InvariantCulture);
                        if (IsMark(attribute)) continue;
                        string reason = !IsOfMarked(symbols, record.Type, parameter) ? NoProperty : isTopology ? Marked : NotOfTopology;
                        yield return Unread($"{place}.{ordinal}", attribute, parameter.Name, reason);
                    }
                }
            }
        }
    }

    /// <summary>
    /// The first attribute of a disk in a type that is no topology and from which none can derive. A record that is not sealed may be what topologies have in
    /// common.
    /// </summary>
    public static IEnumerable<DeclarationError> OfNoTopology(CompilationSymbols symbols, INamedTypeSymbol type, CancellationToken cancellation)
    {
        bool mayHaveDisks = type.IsSealed && type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation)
            .DescendantNodes(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax))
            .Any(static node => node is AttributeSyntax attribute && IsNamedDisk(attribute.Name)));
        if (!mayHaveDisks || symbols.IsAdded(type)) return [];
        for (INamedTypeSymbol? above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (symbols.AttributesOf(above).Count > 0) return [];
        }

        return Of(symbols, symbols.RecordOf(type)).Where(static error => error.Path.Length > 0).Take(1);
    }

    private static bool IsNamedDisk(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => IsNamedDisk(qualified.Right),
        AliasQualifiedNameSyntax alias => IsNamedDisk(alias.Name),
        SimpleNameSyntax simple => s_diskNames.Contains(simple.Identifier.ValueText),
        _ => false,
    };

    private static string? ReasonFor(KnownAttribute attribute, MemberSymbol? read, bool isInDocuments, bool isTopology)
    {
        if (IsMark(attribute)) return null;
        if (!isTopology) return NotOfTopology;
        if (read is null) return isInDocuments ? NotRead : Marked;
        bool isAttached = read.Attributes.Has(nameof(DiskAttribute)) || read.Attributes.Has(nameof(HostDiskAttribute));
        return !attribute.Type.NeedsDisk || isAttached ? null : attribute.Type.IsAddress ? NoDisk : NotAttached;
    }

    /// <summary>Whether a positional parameter, or the property that comes from it, is not in documents.</summary>
    private static bool IsOfMarked(CompilationSymbols symbols, INamedTypeSymbol type, IParameterSymbol parameter) =>
        RecordSymbols.PositionalParameters(type).Contains(parameter, SymbolEqualityComparer.Default)
        && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any(property =>
            !RecordSymbols.IsInDocuments(symbols, parameter) || !RecordSymbols.IsInDocuments(symbols, property));

    private static bool IsMark(KnownAttribute attribute) => attribute.Type.Is(nameof(NotInDocumentsAttribute));

    private static DeclarationError Unread(string path, KnownAttribute attribute, string member, string reason) =>
        new(DeclarationErrorKind.UnreadAttribute, path, $"[{attribute.Type.Kind}] on '{member}' has no effect, because {reason}");
}
