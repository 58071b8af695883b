using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>What the type of a property is to a topology.</summary>
internal sealed class PropertyType
{
    /// <summary>A type that only the compiler knows.</summary>
    public static readonly PropertyType Unclear = new();

    /// <summary>A type that is no layer, and gives no setting.</summary>
    private static readonly PropertyType s_other = new();
    private static readonly PropertyType s_text = new() { Value = ValueKind.Text };
    private static readonly PropertyType s_utf8 = new() { Value = ValueKind.Utf8 };
    private static readonly PropertyType s_number = new() { Value = ValueKind.Number };
    private static readonly PropertyType s_boolean = new() { Value = ValueKind.Boolean };

    /// <summary>What it holds, where it can give a setting.</summary>
    public ValueKind? Value { get; private init; }

    /// <summary>The enum of the runtime library that it is.</summary>
    public EnumSchema? Enum { get; private init; }

    /// <summary>The parts of the type of the project that it is, or of which it is a list.</summary>
    public SourceType[] Parts { get; private init; } = [];

    /// <summary>The record that these parts make, where it has attributes of the runtime library.</summary>
    public DeclaredRecord? Record { get; private init; }

    /// <summary>The attribute that makes this record a layer.</summary>
    public DeclaredAttribute? Layer { get; private init; }

    /// <summary>How a list says its length; null for what is no list.</summary>
    public string? Count { get; private init; }

    /// <summary>Null where only the compiler knows.</summary>
    /// <param name="context">Where the property stands.</param>
    public static PropertyType? Of(Names names, WrittenType type, Context context)
    {
        if (type.Kind == WrittenTypeKind.Unclear) return null;
        if (type.Kind == WrittenTypeKind.Other) return s_other;
        if (type.Kind == WrittenTypeKind.Keyword) return OfKeyword(type.Keyword);
        bool isGeneric = type.Kind is WrittenTypeKind.List or WrittenTypeKind.Generic;
        if (isGeneric && !names.IsOther(new WrittenName("", type.Generic, IsRooted: false))) return null;
        if (type.Kind == WrittenTypeKind.Generic) return s_other;
        if (context.Owner.DeclaresType(type.Name.First) || context.Owner.DeclaresType(type.Name.Last) || OfName(names, type.Name, context.Scope) is not { } item) return null;
        if (type.Kind == WrittenTypeKind.Name) return item;
        if (item.Layer is null) return new PropertyType { Parts = item.Parts };
        if (type.Kind == WrittenTypeKind.Array) return ListOf(item, "Length");
        return type.Generic switch
        {
            "ImmutableArray" => IsIn("System.Collections.Immutable") ? ListOf(item, "Length") : null,
            "ImmutableList" => IsIn("System.Collections.Immutable") ? ListOf(item, "Count") : null,
            "List" or "IList" or "IReadOnlyList" => IsIn("System.Collections.Generic") ? ListOf(item, "Count") : null,
            nameof(Nullable) => null,
            _ => new PropertyType { Parts = item.Parts },
        };

        bool IsIn(string @namespace) => names.IsReferenced(context.Scope, type.Generic, @namespace);
    }

    private static PropertyType OfKeyword(SyntaxKind keyword) => keyword switch
    {
        SyntaxKind.StringKeyword => s_text,
        SyntaxKind.BoolKeyword => s_boolean,
        SyntaxKind.IntKeyword or SyntaxKind.LongKeyword or SyntaxKind.ShortKeyword or SyntaxKind.SByteKeyword
            or SyntaxKind.UIntKeyword or SyntaxKind.UShortKeyword or SyntaxKind.ByteKeyword => s_number,
        _ => s_other,
    };

    private static PropertyType? OfName(Names names, WrittenName name, Scope scope)
    {
        Meaning meaning = names.Find(scope, name);
        if (meaning is { Kind: MeaningKind.Source, Parts: { } parts }) return OfSource(names, parts);
        if (meaning.Kind != MeaningKind.Library) return names.IsOther(name) ? s_other : null;
        if (meaning.Name == "Utf8") return s_utf8;
        return names.Enum(meaning) is { } @enum ? new PropertyType { Value = ValueKind.Enum, Enum = @enum } : s_other;
    }

    /// <summary>What a type of the project is; null where only the compiler knows.</summary>
    public static PropertyType? OfSource(Names names, SourceType[] parts)
    {
        bool mayBeLayer = parts[0].Kind is not (SourceTypeKind.Interface or SourceTypeKind.Other) && Array.Exists(parts, part => part.HasAttributes);
        if (!mayBeLayer) return new PropertyType { Parts = parts };
        if (names.Record(parts) is not { } record) return null;
        DeclaredAttribute? layer = null;
        foreach (DeclaredAttribute attribute in record.Attributes)
        {
            if (!attribute.Schema.IsLayer) continue;
            if (layer is not null) return null;
            layer = attribute;
        }

        return new PropertyType { Parts = parts, Record = record, Layer = layer };
    }

    private static PropertyType ListOf(PropertyType item, string count) => new() { Parts = item.Parts, Record = item.Record, Layer = item.Layer, Count = count };
}
