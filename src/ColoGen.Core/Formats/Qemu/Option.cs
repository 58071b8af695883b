using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>One member of a QAPI object.</summary>
internal readonly record struct Option(string Key, OptionValue Value);

internal abstract record OptionValue
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator OptionValue?(string? text) => text is null ? null : new StringOption(text);

    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator OptionValue?(Name? name) => name is null ? null : new StringOption(name);

    public static implicit operator OptionValue(bool value) => value ? BareOption.True : BareOption.False;

    public static implicit operator OptionValue(int value) => new BareOption(value.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A JSON string.</summary>
internal sealed record StringOption(Text Text) : OptionValue;

/// <summary>A JSON number, true or false.</summary>
internal sealed record BareOption(Text Text) : OptionValue
{
    public static readonly BareOption True = new("true");

    public static readonly BareOption False = new("false");
}

internal sealed record ObjectOption(EquatableArray<Option> Members) : OptionValue;

/// <summary>Left out where the optional layer is not there.</summary>
internal sealed record OptionalOption(Access Optional, int Scope, OptionValue Then) : OptionValue;
