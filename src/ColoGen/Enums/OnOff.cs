namespace ColoGen;

/// <summary>A feature that is switched on or off, or left to QEMU. libvirt: <c>on</c> and <c>off</c>.</summary>
public enum OnOff
{
    /// <summary>The documents have no such setting, and QEMU has its default.</summary>
    Default = 0,

    /// <summary>The feature is on.</summary>
    On,

    /// <summary>The feature is off.</summary>
    Off,
}
