namespace ColoGen;

/// <summary>The <c>detect_zeroes</c> of a libvirt <c>&lt;driver&gt;</c>, QEMU's <c>detect-zeroes</c>.</summary>
public enum DiskDetectZeroes
{
    /// <summary>Nothing is written; QEMU's own default (off) applies.</summary>
    Default = 0,

    /// <summary>Zeroes are written as they come.</summary>
    Off,

    /// <summary>Writes of zeroes become zero writes.</summary>
    On,

    /// <summary>Writes of zeroes become discards. QEMU refuses it without <see cref="DiskDiscard.Unmap"/>.</summary>
    Unmap,
}
