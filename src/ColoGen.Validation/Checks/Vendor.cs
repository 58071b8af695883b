using System.ComponentModel;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>The vendor of a SCSI disk: <c>Disk.Vendor</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Vendor : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => TextChecking.IsPrintable(text) && text.Length <= VendorSetting.MaximumLength;

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: false) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.Vendor, text, property);
}
