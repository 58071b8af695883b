using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Generators.Parsing.Syntax;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>All topologies and pairs of a project for which something can be generated.</summary>
internal sealed record ReadDeclarations(EquatableArray<Topology> Topologies, EquatableArray<Pair> Pairs)
{
    public static ReadDeclarations Of(Compilation compilation, CancellationToken cancellation)
    {
        var project = SourceProject.Of(compilation);
        var topologies = new List<Topology>();
        foreach (SourceType declaration in project.Topologies)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RememberedDeclarations.Topologies.Read(compilation, declaration, null, cancellation) is { Type.CanBeExtended: true } topology) topologies.Add(topology);
        }

        var pairs = new List<Pair>();
        foreach (SourceType declaration in project.Pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RememberedDeclarations.Pairs.Read(compilation, declaration, null, cancellation) is { Type.CanBeExtended: true } pair) pairs.Add(pair);
        }

        return new ReadDeclarations(topologies.ToEquatableArray(), pairs.ToEquatableArray());
    }
}
