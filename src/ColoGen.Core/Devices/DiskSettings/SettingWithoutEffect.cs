using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>That a value of a setting does nothing on a disk, or not all that it says.</summary>
/// <param name="Reason">Why, and how to correct it, as the rule's message has it.</param>
/// <param name="Layer">The layer whose driver ignores it; null where it is the device.</param>
/// <param name="Replacement">The member of the enum that has the same effect; null to leave the setting out.</param>
internal sealed record SettingWithoutEffect(string Reason, Layer? Layer = null, object? Replacement = null)
{
    public static SettingWithoutEffect ReadOnly { get; } = new("the disk is read-only, and nothing is written: leave it out");

    /// <summary>QEMU passes every command to the device with an ioctl.</summary>
    public static SettingWithoutEffect PassedThrough { get; } = new("a device that is passed through takes the guest's commands itself: leave it out");
}
