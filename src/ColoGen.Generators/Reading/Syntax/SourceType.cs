using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Reading.Syntax;

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
