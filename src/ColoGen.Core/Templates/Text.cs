using System.Diagnostics.CodeAnalysis;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Templates;

/// <summary>What stands in an option or attribute, before any escaping.</summary>
internal abstract record Text
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Text?(string? text) => text is null ? null : new FixedText(text);

    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Text?(Name? name) => name is null ? null : new NameText(name);
}

internal sealed record FixedText(string Value) : Text;

internal sealed record NameText(Name Name) : Text;

internal sealed record IndexText(IndexExpression Index) : Text;

/// <summary>A string property.</summary>
/// <param name="IsEncoded">It is one that was encoded before.</param>
/// <param name="Otherwise">What stands for null; without it the option is left out.</param>
internal sealed record PropertyText(Access Access, bool IsNullable, bool IsEncoded, string? Otherwise = null) : Text;

/// <summary>An integer property, within limits.</summary>
internal sealed record PropertyNumber(Access Access, bool IsNullable, long Minimum, long Maximum) : Text;

/// <summary>A property of a boolean or enum type, and what stands for each of its values.</summary>
/// <param name="EnumType">Empty for a boolean, whose cases are <c>true</c> and <c>false</c>.</param>
internal sealed record PropertyChoice(Access Access, bool IsNullable, string EnumType, EquatableArray<TextCase> Cases) : Text;

/// <summary>A case; a null text leaves the option out.</summary>
internal sealed record TextCase(string Member, string? Text);
