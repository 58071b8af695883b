using System.Runtime.CompilerServices;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>What a file imports and declares, as it is written. It is looked at once as long as it is not edited, and not inside methods.</summary>
internal sealed class SourceFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, SourceFile> s_files = new();

    private SourceFile(SyntaxTree tree)
    {
        if (tree.GetRoot() is not CompilationUnitSyntax unit) return;
        Unit.IsUnclear = tree.Options.Kind != SourceCodeKind.Regular;
        Add(Unit, unit.Externs, unit.Usings);
        foreach (MemberDeclarationSyntax member in unit.Members) Add(member, Unit, null);
    }

    /// <summary>What of the file can change the meaning of a name or a constant in another one.</summary>
    public Surface Surface { get; private set; } = Surface.Empty;

    /// <summary>The scope of the whole file.</summary>
    public Scope Unit { get; } = new(null, "");

    /// <summary>What it imports for all files.</summary>
    public Scope Global { get; } = new(null, "");

    /// <summary>The aliases of the file, and of the namespaces in it.</summary>
    public List<(string Name, WrittenName Target)> Aliases { get; } = [];

    /// <summary>The namespaces that it opens.</summary>
    public List<Scope> Namespaces { get; } = [];

    /// <summary>The types that it declares, or parts of them; nested ones after those around them.</summary>
    public List<SourceType> Types { get; } = [];

    /// <summary>Its types with an attribute that is named as that of a topology.</summary>
    public List<SourceType> Topologies { get; } = [];

    /// <summary>Its types with an attribute that is named as that of a pair.</summary>
    public List<SourceType> Pairs { get; } = [];

    public static SourceFile Of(SyntaxTree tree) => s_files.GetValue(tree, static tree => new SourceFile(tree));

    private void Add(Scope scope, SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (ExternAliasDirectiveSyntax alias in externs)
        {
            scope.IsUnclear = true;
            Surface = Surface.With(alias.ToString());
        }

        foreach (UsingDirectiveSyntax @using in usings)
        {
            bool isGlobal = @using.GlobalKeyword.RawKind != 0;
            Surface = Surface.With(isGlobal ? "global using" : "using");
            Add(isGlobal ? Global : scope, @using);
        }
    }

    private void Add(Scope scope, UsingDirectiveSyntax @using)
    {
        WrittenName name = WrittenName.Of(@using.Name);
        if (@using.Alias is { } alias)
        {
            Surface = Surface.With(@using.ToString());
            scope.Aliases.Add((alias.Name.Identifier.ValueText, name));
            if (scope != Global) Aliases.Add((alias.Name.Identifier.ValueText, name));
        }
        else if (@using.StaticKeyword.RawKind != 0)
        {
            Surface = Surface.With(@using.ToString());
            scope.ImportsMembers = true;
        }
        else
        {
            Surface = Surface.With(name.IsRooted ? "global" : "").With(name.IsUnclear ? @using.ToString() : name.Text);
            scope.Imports.Add(name);
            scope.IsUnclear |= name.IsUnclear;
        }
    }

    private void Add(MemberDeclarationSyntax member, Scope scope, SourceType? around)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax @namespace:
                Scope inside = Open(scope, @namespace.Name);
                Add(inside, @namespace.Externs, @namespace.Usings);
                foreach (MemberDeclarationSyntax below in @namespace.Members) Add(below, inside, null);
                Surface = Surface.With("}");
                break;
            case TypeDeclarationSyntax type:
                Add(type, scope, around);
                break;
            case EnumDeclarationSyntax @enum:
                Surface = Surface.With(member.ToString());
                Types.Add(new SourceType(scope, around, @enum.Identifier.ValueText, 0, SourceTypeKind.Other, null));
                break;
            case DelegateDeclarationSyntax @delegate:
                Surface = Surface.With(member.ToString());
                Types.Add(new SourceType(scope, around, @delegate.Identifier.ValueText, @delegate.Arity, SourceTypeKind.Other, null));
                break;
            case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                Surface = Surface.With(member.ToString());
                break;
            case GlobalStatementSyntax when !scope.IsUnclear:
                Surface = Surface.With("statements");
                scope.IsUnclear = true;
                Types.Add(new SourceType(scope, null, "Program", 0, SourceTypeKind.Class, null));
                break;
        }
    }

    private void Add(TypeDeclarationSyntax declaration, Scope scope, SourceType? around)
    {
        bool isPartial = false;
        bool isFileLocal = false;
        foreach (SyntaxToken modifier in declaration.Modifiers)
        {
            Surface = Surface.With(modifier.Text);
            isPartial |= modifier.Text == "partial";
            isFileLocal |= modifier.RawKind == (int)SyntaxKind.FileKeyword;
        }

        Surface = Surface.With(declaration.Keyword.Text)
            .With(declaration.RawKind == (int)SyntaxKind.RecordStructDeclaration ? "struct" : "")
            .With(declaration.Identifier.Text)
            .With(declaration.TypeParameterList?.ToString() ?? "")
            .With(declaration.BaseList?.ToString() ?? "");
        foreach (TypeParameterConstraintClauseSyntax constraint in declaration.ConstraintClauses) Surface = Surface.With(constraint.ToString());

        var type = new SourceType(scope, around, declaration.Identifier.ValueText, declaration.Arity, KindOf(declaration), declaration)
        {
            IsPartial = isPartial,
            IsFileLocal = isFileLocal,
        };
        Types.Add(type);
        if (CandidateNames.AreOn(declaration, CandidateNames.AreTopology)) Topologies.Add(type);
        if (CandidateNames.AreOn(declaration, CandidateNames.ArePair)) Pairs.Add(type);
        foreach (MemberDeclarationSyntax member in declaration.Members) Add(member, scope, type);
        Surface = Surface.With("}");
    }

    private static SourceTypeKind KindOf(TypeDeclarationSyntax declaration) => (SyntaxKind)declaration.RawKind switch
    {
        SyntaxKind.RecordDeclaration => SourceTypeKind.Record,
        SyntaxKind.RecordStructDeclaration => SourceTypeKind.RecordStruct,
        SyntaxKind.InterfaceDeclaration => SourceTypeKind.Interface,
        _ => SourceTypeKind.Class,
    };

    /// <summary>A namespace named <c>A.B</c> is two, one in the other.</summary>
    private Scope Open(Scope around, NameSyntax name)
    {
        var parts = new Stack<NameSyntax>();
        for (; name is QualifiedNameSyntax qualified; name = qualified.Left) parts.Push(qualified.Right);
        for (parts.Push(name); parts.Count > 0; parts.Pop())
        {
            string last = parts.Peek() is IdentifierNameSyntax simple ? simple.Identifier.ValueText : "";
            Surface = Surface.With(last);
            around = new Scope(around, around.Namespace.Length == 0 ? last : $"{around.Namespace}.{last}") { IsUnclear = last.Length == 0 };
            Namespaces.Add(around);
        }

        return around;
    }
}
