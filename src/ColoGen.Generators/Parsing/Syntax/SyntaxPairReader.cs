using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>Reads a record with <c>[ColoPair]</c> from what is written, and gives what <see cref="PairReader"/> gives; null where only the compiler knows, or something is wrong.</summary>
internal static class SyntaxPairReader
{
    private static readonly HashSet<string> s_generated = [.. GeneratedMembers.OfPair()];

    /// <param name="trees">Takes the files that are read.</param>
    public static Pair? Read(Names names, DeclaredRecord record, List<SyntaxTree> trees)
    {
        if (SyntaxTypeReader.Read(record, s_generated) is not { } declaration || record.Attributes.Find("ColoPair") is not { } attribute) return null;
        var layers = new SyntaxLayerReader(names, trees);
        return layers.ReadSettings(attribute, record, Access.Itself) is { } settings && Host(nameof(Pair.Primary)) is { } primary && Host(nameof(Pair.Secondary)) is { } secondary
            ? new Pair(declaration, settings.ToEquatableArray(), primary, secondary, default)
            : null;

        Topology? Host(string name) =>
            record.Member(name) is { Written: { IsConstant: false, Type: { Kind: WrittenTypeKind.Name, IsNullable: false } } } member && layers.TypeOf(member) is { Record: { } host }
                ? SyntaxTopologyReader.Read(names, host, Access.Itself.Member(name), trees)
                : null;
    }
}
