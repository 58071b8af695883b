using System.ComponentModel;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>A text that is not empty. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Text : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => text.Length > 0;

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: false) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.Text, text, property);
}
