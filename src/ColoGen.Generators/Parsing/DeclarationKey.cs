using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>
/// Identifies what a compilation declares. Compilations with equal keys give equal models: they have the same assembly name, options, references and files, and
/// the files have the same paths, the same options, and the same tokens and directives outside of the bodies of members. No body can change the meaning of a
/// declaration elsewhere.
/// </summary>
/// <param name="Hash">A SHA-256 hash of all of this.</param>
internal sealed record DeclarationKey(string Hash)
{
    private static readonly ConditionalWeakTable<SyntaxTree, byte[]> s_hashes = new();

    private static readonly ConditionalWeakTable<object, object> s_numbers = new();

    private static long s_lastNumber;

    public static DeclarationKey Of(Compilation compilation)
    {
        using var parts = new HashedParts();
        parts.Writer.Write(compilation.AssemblyName ?? "");
        parts.Writer.Write(NumberOf(compilation.Options));
        foreach (MetadataReference reference in compilation.References) parts.Writer.Write(NumberOf(reference));
        foreach (SyntaxTree tree in compilation.SyntaxTrees) parts.Writer.Write(s_hashes.GetValue(tree, HashOf));
        return new DeclarationKey(Convert.ToBase64String(parts.ToHash()));
    }

    private static byte[] HashOf(SyntaxTree tree)
    {
        using var parts = new HashedParts();
        parts.Writer.Write(tree.FilePath);
        Write(parts.Writer, (CSharpParseOptions)tree.Options);

        // A copy of the root: the nodes that are made below it are not kept with the tree.
        SyntaxNode root = CSharpSyntaxTree.Create((CSharpSyntaxNode)tree.GetRoot()).GetRoot();
        foreach (SyntaxNodeOrToken item in root.DescendantNodesAndTokens(static node => !IsBody(node)))
        {
            if (item.AsNode() is { } node)
            {
                if (!IsBody(node)) continue;
                parts.Writer.Write(node.RawKind);
                if (node.ContainsDirectives) parts.Writer.Write(node.ToFullString());
            }
            else
            {
                SyntaxToken token = item.AsToken();
                if (token.ContainsDirectives) WriteDirectives(parts.Writer, token);
                parts.Writer.Write(token.RawKind);
                parts.Writer.Write(token.Text);
            }
        }

        return parts.ToHash();
    }

    /// <summary>The body of a method, a constructor, an operator, an accessor or a property, or a statement of the top level.</summary>
    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax;

    private static void Write(BinaryWriter writer, CSharpParseOptions options)
    {
        writer.Write((int)options.Kind);
        writer.Write((int)options.LanguageVersion);
        foreach (string symbol in options.PreprocessorSymbolNames) writer.Write(symbol);
        foreach (KeyValuePair<string, string> feature in options.Features)
        {
            writer.Write(feature.Key);
            writer.Write(feature.Value);
        }
    }

    private static void WriteDirectives(BinaryWriter writer, SyntaxToken token)
    {
        foreach (SyntaxTrivia trivia in token.LeadingTrivia)
        {
            if (trivia.IsDirective) writer.Write(trivia.ToFullString());
        }
    }

    /// <summary>A number that no other object of this process has, for what is compared by reference.</summary>
    private static long NumberOf(object item) => (long)s_numbers.GetValue(item, static _ => Interlocked.Increment(ref s_lastNumber));

    private sealed class HashedParts : IDisposable
    {
        private readonly MemoryStream _stream = new();

        public HashedParts() => Writer = new BinaryWriter(_stream);

        /// <summary>Each text is written with its length before it, so that no two sequences of parts have the same bytes.</summary>
        public BinaryWriter Writer { get; }

        public byte[] ToHash()
        {
            using var algorithm = SHA256.Create();
            return algorithm.ComputeHash(_stream.GetBuffer(), 0, (int)_stream.Length);
        }

        public void Dispose() => Writer.Dispose();
    }
}
