using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Reading;

/// <summary>
/// What of a whole compilation can change the meaning of a name or a constant in one of its files: references, options, usings, the types with
/// their bases, constants and enums. Bodies, methods and properties are not in it, so that most edits leave it as it is.
/// </summary>
/// <remarks>Nothing here holds on to a compilation; a file's part of it is computed once as long as the file is not edited.</remarks>
internal sealed class DeclarationSurface : IEquatable<DeclarationSurface>
{
    private static readonly ConditionalWeakTable<Compilation, DeclarationSurface> s_ofCompilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, DeclarationSurface> s_ofTrees = new();
    private static readonly ConditionalWeakTable<object, object> s_numbers = new();
    private static long s_lastNumber;

    private ulong _first = 14695981039346656037;
    private ulong _second = 1099511628211;

    private DeclarationSurface()
    {
    }

    public static DeclarationSurface Of(Compilation compilation) => s_ofCompilations.GetValue(compilation, static compilation =>
    {
        var surface = new DeclarationSurface();
        surface.Add((ulong)Number(compilation.Options));
        foreach (MetadataReference reference in compilation.References) surface.Add((ulong)Number(reference));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            DeclarationSurface part = s_ofTrees.GetValue(tree, OfTree);
            surface.Add(part._first);
            surface.Add(part._second);
        }

        return surface;
    });

    public bool Equals(DeclarationSurface? other) => other is not null && _first == other._first && _second == other._second;

    public override bool Equals(object? obj) => Equals(obj as DeclarationSurface);

    public override int GetHashCode() => _first.GetHashCode();

    /// <summary>A number for as long as an object lives, which does not keep it alive.</summary>
    private static long Number(object item) => (long)s_numbers.GetValue(item, static _ => Interlocked.Increment(ref s_lastNumber));

    private static DeclarationSurface OfTree(SyntaxTree tree)
    {
        var surface = new DeclarationSurface();
        if (tree.GetRoot() is not CompilationUnitSyntax unit) return surface;
        foreach (ExternAliasDirectiveSyntax alias in unit.Externs) surface.Add(alias.ToString());
        foreach (UsingDirectiveSyntax @using in unit.Usings) surface.Add(@using.ToString());
        foreach (MemberDeclarationSyntax member in unit.Members) surface.Add(member);
        return surface;
    }

    private void Add(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax around:
                Add(around.Name.ToString());
                foreach (ExternAliasDirectiveSyntax alias in around.Externs) Add(alias.ToString());
                foreach (UsingDirectiveSyntax @using in around.Usings) Add(@using.ToString());
                foreach (MemberDeclarationSyntax inside in around.Members) Add(inside);
                Add("}");
                break;
            case EnumDeclarationSyntax or DelegateDeclarationSyntax:
                Add(member.ToString());
                break;
            case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                Add(member.ToString());
                break;
            case TypeDeclarationSyntax type:
                foreach (SyntaxToken modifier in type.Modifiers) Add(modifier.Text);
                Add(type.Keyword.Text);
                Add(type.Identifier.Text);
                Add(type.TypeParameterList?.ToString() ?? "");
                Add(type.BaseList?.ToString() ?? "");
                foreach (TypeParameterConstraintClauseSyntax constraint in type.ConstraintClauses) Add(constraint.ToString());
                foreach (MemberDeclarationSyntax inside in type.Members) Add(inside);
                Add("}");
                break;
        }
    }

    private void Add(string text)
    {
        foreach (char character in text) Add(character);
        Add(0x1_0000);
    }

    private void Add(ulong value)
    {
        _first = unchecked((_first ^ value) * 1099511628211);
        _second = unchecked(((_second + value) * 6364136223846793005) ^ (_second >> 29));
    }
}
