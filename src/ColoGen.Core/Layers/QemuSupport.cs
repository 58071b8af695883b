namespace ColoGen.Core.Layers;

/// <summary>Which QEMUs do something, as measured on QEMU 7.2 and QEMU 11.</summary>
internal enum QemuSupport
{
    None,

    /// <summary>QEMU 11, and not QEMU 7.2.</summary>
    Since11,
    All,
}
