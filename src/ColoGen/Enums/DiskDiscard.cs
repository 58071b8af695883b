namespace ColoGen;

/// <summary>The <c>discard</c> of a libvirt <c>&lt;driver&gt;</c> and of a QEMU format node.</summary>
public enum DiskDiscard
{
    /// <summary>Nothing is written; QEMU's own default (ignore) applies.</summary>
    Default = 0,

    /// <summary>The guest's discards are ignored.</summary>
    Ignore,

    /// <summary>The guest's discards are passed on to the image.</summary>
    Unmap,
}
