using System.ComponentModel;
using System.Text;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>The name of an NBD export: <c>NbdSource.Export</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExportName : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => Encoding.UTF8.GetByteCount(text) <= NbdSourceKind.MaximumExportBytes;

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: false) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.ExportName, text, property);
}
