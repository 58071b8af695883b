using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Model;

/// <summary>What a setting was given.</summary>
internal abstract record Value;

internal sealed record TextConstant(string Text) : Value;

internal sealed record NumberConstant(long Number) : Value;

internal sealed record BooleanConstant(bool Boolean) : Value;

/// <summary>A member of one of ColoGen's enums, by name; empty where no member has the number.</summary>
internal sealed record EnumConstant(string Member) : Value;

/// <summary>A property, read when the document is written.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="IsNullable">Null leaves the setting out.</param>
/// <param name="EnumType">The enum, as C# names it from anywhere.</param>
/// <param name="EnumMembers">The enum's members.</param>
internal sealed record RunTimeValue(
    Access Access, ValueKind Kind, bool IsNullable, string EnumType, EquatableArray<string> EnumMembers) : Value;

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
