using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using ColoGen.Generators.Parsing.Syntax;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Reading;

/// <summary>Reads every declaration of a project by the compiler's symbols and from syntax alone, which must agree.</summary>
internal static class BothReaders
{
    /// <summary>The names of the declarations that were read from syntax alone.</summary>
    public static IReadOnlyList<string> Agree(Compilation compilation)
    {
        var project = SourceProject.Of(compilation);
        if (project.Names is not { } names) return [];
        var read = new List<string>();
        foreach (SourceType declaration in project.Files.SelectMany(file => file.Types).Where(type => type.Declaration is not null))
        {
            if (names.Parts(declaration) is not { } parts) continue;
            if (compilation.GetSemanticModel(declaration.Tree!).GetDeclaredSymbol(declaration.Declaration!) is not INamedTypeSymbol type) continue;
            DeclaredRecord? record = names.Record(parts);
            Topology? topology = record is null ? null : SyntaxTopologyReader.Read(names, record, Access.Itself, []);
            Pair? pair = record is null ? null : SyntaxPairReader.Read(names, record, []);
            Layer? layer = new SyntaxLayerReader(names, []).ReadAlone(parts);
            if (topology is not null) Assert.Equal(type.GetAttributes().Find("TopologyAttribute") is null ? null : TopologyParser.Read(compilation, type, default), topology);
            if (pair is not null) Assert.Equal(type.GetAttributes().Find("ColoPairAttribute") is null ? null : PairParser.Read(compilation, type, default), pair);
            if (layer is not null) Assert.Equal(LayerTreeParser.ReadAlone(compilation, type, default), layer);
            if (topology is not null || pair is not null || layer is not null) read.Add(declaration.Name);
        }

        return read;
    }
}
