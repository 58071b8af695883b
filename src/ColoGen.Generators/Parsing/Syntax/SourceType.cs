using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>A type that a file declares, or a part of one.</summary>
/// <param name="scope">Where it stands.</param>
/// <param name="around">The type around it, or null.</param>
/// <param name="declaration">Null for an enum, a delegate and what has only statements.</param>
internal sealed class SourceType(Scope scope, SourceType? around, string name, int arity, SourceTypeKind kind, TypeDeclarationSyntax? declaration)
{
    private WrittenRecord? _written;

    public Scope Scope { get; } = scope;

    public SourceType? Around { get; } = around;

    public string Name { get; } = name;

    public int Arity { get; } = arity;

    public SourceTypeKind Kind { get; } = kind;

    public TypeDeclarationSyntax? Declaration { get; } = declaration;

    public bool IsPartial { get; init; }

    public bool IsFileLocal { get; init; }

    public SyntaxTree? Tree => Declaration?.SyntaxTree;

    public bool HasBases => Declaration?.BaseList is not null;

    public bool HasAttributes => Declaration?.AttributeLists.Count > 0;

    /// <summary>The type, where it has no other part.</summary>
    public SourceType[] Alone => field ??= [this];

    /// <summary>The record as it is written; null where it is not one, or has what only the compiler understands.</summary>
    public WrittenRecord? Written => (_written ??= WrittenRecord.Of(this)) == WrittenRecord.Unclear ? null : _written;

    /// <summary>Its members of a name, each with what it is where it is a constant for the whole project that is written as a literal.</summary>
    public IEnumerable<WrittenValue> Constants(string name)
    {
        bool isClear = Kind is SourceTypeKind.Record or SourceTypeKind.RecordStruct ? Written is not null : Declaration is { ContainsDiagnostics: false };
        if (!isClear) return [default];
        return Declaration!.Members
            .SelectMany(member => MemberNames.Of(member).Where(other => other == name).Select(_ => Constant(member as FieldDeclarationSyntax, name)));
    }

    private static WrittenValue Constant(FieldDeclarationSyntax? field, string name) =>
        field is not null && field.Modifiers.Any(SyntaxKind.ConstKeyword) && WrittenRecord.IsVisible(field.Modifiers)
            ? WrittenValue.Of(field.Declaration.Variables.First(variable => variable.Identifier.ValueText == name).Initializer?.Value).As(WrittenType.Of(field.Declaration.Type))
            : default;
}

internal enum SourceTypeKind
{
    Record,
    RecordStruct,

    /// <summary>A class or a struct.</summary>
    Class,
    Interface,

    /// <summary>An enum or a delegate.</summary>
    Other,
}
