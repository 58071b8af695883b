using System.Runtime.CompilerServices;
using ColoGen.Core.Model;
using ColoGen.Generators.Parsing.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>
/// Reads declarations of one kind, each again only where an edit can have changed it: in a file that it is read from, or in what gives names and constants their
/// meaning. The compiler asks for all of them after every edit.
/// </summary>
/// <param name="readWritten">Reads from syntax alone what is plain, and takes the files that it reads; null for the rest.</param>
/// <param name="readBound">Reads whatever it is by the compiler's symbols, which takes thirty times as long.</param>
internal sealed class Remembered<T>(
    Func<Names, SourceType[], List<SyntaxTree>, T?> readWritten, Func<Compilation, INamedTypeSymbol, TypeDeclarationSyntax, CancellationToken, T?> readBound)
    where T : class, IEquatable<T>
{
    private readonly ConditionalWeakTable<SourceType, Memory> _memories = new();

    /// <summary>What the type with an attribute declares; null without the attribute.</summary>
    public T? Read(Compilation compilation, INamedTypeSymbol type, AttributeData? attribute, CancellationToken cancellation)
    {
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent is not TypeDeclarationSyntax declaration) return null;
        return SourceFile.Of(declaration.SyntaxTree).Types.Find(type => type.Declaration == declaration) is { } part
            ? Read(compilation, part, type, cancellation)
            : readBound(compilation, type, declaration, cancellation);
    }

    /// <summary>What a declaration declares, the same instance where nothing changed; null where it is nothing of this kind.</summary>
    /// <param name="type">The type, where it is bound already.</param>
    public T? Read(Compilation compilation, SourceType declaration, INamedTypeSymbol? type, CancellationToken cancellation)
    {
        var project = SourceProject.Of(compilation);
        bool isKnown = _memories.TryGetValue(declaration, out Memory? memory);
        if (isKnown && memory!.Holds(compilation, project.Surface)) return memory.Value;
        Memory read = ReadWritten(project, declaration) ?? ReadBound(compilation, project, declaration, type, cancellation);
        if (isKnown && read.Value is { } value && value.Equals(memory!.Value!)) read = read with { Value = memory.Value };
        _memories.Remove(declaration);
        _memories.GetValue(declaration, _ => read);
        return read.Value;
    }

    private Memory? ReadWritten(SourceProject project, SourceType declaration)
    {
        if (project.Names is not { } names || names.Parts(declaration) is not { } parts) return null;
        List<SyntaxTree> trees = [.. parts.Select(part => part.Tree!).Distinct()];
        return readWritten(names, parts, trees) is { } value ? new Memory(project.Surface, [.. trees], value) : null;
    }

    private Memory ReadBound(Compilation compilation, SourceProject project, SourceType declaration, INamedTypeSymbol? type, CancellationToken cancellation)
    {
        type ??= compilation.GetSemanticModel(declaration.Tree!).GetDeclaredSymbol(declaration.Declaration!, cancellation);
        return type is null
            ? new Memory(project.Surface, [declaration.Tree!], null)
            : new Memory(project.Surface, ReachedTrees.Of(type), readBound(compilation, type, declaration.Declaration!, cancellation));
    }

    private sealed record Memory(Surface Surface, SyntaxTree[] Trees, T? Value)
    {
        public bool Holds(Compilation compilation, Surface current)
        {
            if (Surface != current) return false;
            foreach (SyntaxTree tree in Trees)
            {
                if (!compilation.ContainsSyntaxTree(tree)) return false;
            }

            return true;
        }
    }
}
