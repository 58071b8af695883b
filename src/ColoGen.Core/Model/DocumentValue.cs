using System.Diagnostics.CodeAnalysis;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>A value of a setting, an option or an attribute: a constant, or a property that is read when the document is written.</summary>
internal abstract record DocumentValue
{
    /// <summary>Whether there is a text for it in every document that is written.</summary>
    public virtual bool IsAlwaysPresent => true;

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator DocumentValue?(string? text) => text is null ? null : new TextConstant(text);
}

internal sealed record TextConstant(string Text) : DocumentValue;

/// <summary>Values one after the other as one text, such as <c>pool/image</c>.</summary>
internal sealed record JoinedText(EquatableArray<TextPart> Parts) : DocumentValue;

/// <summary>A value of a joined text with the constants around it. All of it is left out if there is no value, or it is null at run time.</summary>
internal readonly record struct TextPart(string Before, DocumentValue? Value, string After = "");

internal sealed record NumberConstant(long Number) : DocumentValue;

internal sealed record BooleanConstant(bool Boolean) : DocumentValue;

/// <summary>A member of one of ColoGen's enums, by name; empty where no member has the number.</summary>
internal sealed record EnumConstant(string Member) : DocumentValue;

/// <summary>A property, read when the document is written.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="IsNullable">Null leaves the setting out.</param>
/// <param name="EnumType">The enum, as C# names it from anywhere; empty for another kind.</param>
/// <param name="EnumMembers">The enum's members.</param>
internal sealed record PropertyValue(
    Access Access, ValueKind Kind, bool IsNullable, string EnumType, EquatableArray<string> EnumMembers) : DocumentValue
{
    /// <summary>What is required of a text.</summary>
    public TextCheck Check { get; init; }

    /// <summary>The text of each value of an enum or a Boolean; null where the value is written as it is.</summary>
    public EquatableArray<MappedValue>? Map { get; init; }

    /// <summary>The least number that a document can have.</summary>
    public long Minimum { get; init; }

    /// <summary>The greatest number that a document can have.</summary>
    public long Maximum { get; init; }

    /// <summary>What is written for null; without it the option is left out.</summary>
    public string? WhenNull { get; init; }

    public override bool IsAlwaysPresent => !IsNullable && (Map is not { } map || map.All(static item => item.Text is not null));
}

/// <summary>A value of an enum or a Boolean and its text; without one the option is left out.</summary>
/// <param name="Value">A member's name, <c>true</c> or <c>false</c>.</param>
internal sealed record MappedValue(string Value, string? Text);

internal enum ValueKind
{
    Text,

    /// <summary>A text that was encoded before.</summary>
    Utf8,
    Number,
    Boolean,
    Enum,
}

internal static class ValueKinds
{
    /// <summary>Whether a property of this kind can give a setting of that one.</summary>
    public static bool CanGive(this ValueKind given, ValueKind? wanted) => (given == ValueKind.Utf8 ? ValueKind.Text : given) == wanted;
}
