using System.Runtime.CompilerServices;
using ColoGen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Reading;

/// <summary>
/// Reads a topology again only where an edit can have changed it: in a file that it is read from, or in what gives names and constants their meaning. The
/// compiler asks for every topology after every edit, and reading means binding.
/// </summary>
internal static class RememberedTopologies
{
    private static readonly ConditionalWeakTable<SyntaxNode, Memory> s_memories = new();

    /// <summary>The topology that a declaration begins, the same instance where nothing changed; null where it is none.</summary>
    public static Topology? Read(SemanticModel model, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        Compilation compilation = model.Compilation;
        DeclarationSurface surface = DeclarationSurface.Of(compilation);
        if (s_memories.TryGetValue(declaration, out Memory? memory) && memory.Holds(compilation, surface)) return memory.Topology;
        if (model.GetDeclaredSymbol(declaration, cancellation) is not { } type) return null;

        Topology? topology = KnownAttributes.IsFirst(type, declaration, "TopologyAttribute") ? TopologyReader.Read(compilation, type, cancellation) : null;
        SyntaxTree[] trees = ReachedTrees.Of(type);
        s_memories.Remove(declaration);
        s_memories.GetValue(declaration, _ => new Memory(surface, trees, topology));
        return topology;
    }

    private sealed class Memory(DeclarationSurface surface, SyntaxTree[] trees, Topology? topology)
    {
        public Topology? Topology { get; } = topology;

        public bool Holds(Compilation compilation, DeclarationSurface current) =>
            surface.Equals(current) && Array.TrueForAll(trees, compilation.ContainsSyntaxTree);
    }
}
