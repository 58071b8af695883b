using System.ComponentModel;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>The path of a folder on the host: <c>NbdSource.TlsDir</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FolderPath : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => PathChecking.IsPath(text);

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: true) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.FolderPath, text, property);
}
