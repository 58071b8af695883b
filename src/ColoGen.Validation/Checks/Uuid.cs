using System.ComponentModel;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>A UUID: <c>Source.SecretUuid</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Uuid : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => UuidText.IsValid(text);

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: false) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.Uuid, text, property);
}
