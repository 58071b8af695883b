namespace ColoGen;

/// <summary>How severe a <see cref="TopologyDiagnostic"/> is. The numbers are those of the compiler's severities.</summary>
public enum TopologyDiagnosticSeverity
{
    /// <summary>Advice.</summary>
    Info = 1,

    /// <summary>QEMU or libvirt silently ignores it, or it tolerates no failure.</summary>
    Warning = 2,

    /// <summary>It fails, or corrupts data.</summary>
    Error = 3,
}
