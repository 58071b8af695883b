namespace ColoGen.Core.Rules;

internal enum RuleSeverity
{
    /// <summary>QEMU or libvirt refuses it, or data is lost or corrupted.</summary>
    Error,

    /// <summary>QEMU or libvirt silently ignores it, or it tolerates no failure.</summary>
    Warning,

    /// <summary>Advice.</summary>
    Info,
}
