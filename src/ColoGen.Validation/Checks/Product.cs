using System.ComponentModel;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>The product of a SCSI disk: <c>Disk.Product</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Product : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => TextChecking.IsPrintable(text) && text.Length <= ProductSetting.MaximumLength;

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: false) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.Product, text, property);
}
