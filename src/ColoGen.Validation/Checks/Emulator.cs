using System.ComponentModel;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>The path of an emulator: <c>Domain.Emulator</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Emulator : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => PathChecking.IsAbsolute(text) && !PathChecking.IsFolder(text);

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: true) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.Emulator, text, property);
}
