namespace ColoGen.Control;

/// <summary>How far a pair has come.</summary>
public enum ColoPhase
{
    /// <summary>Two QEMUs that nothing has been done with. Next: <see cref="ColoController.PrepareAsync"/>; where COLO runs already, <see cref="ColoController.AdoptAsync"/>.</summary>
    Connected,

    /// <summary>The secondary exports its disks and waits for the migration. Next: <see cref="ColoController.AttachAsync"/>.</summary>
    Prepared,

    /// <summary>The primary has its replicas, and its guest must not run. Next: <see cref="ColoController.StartAsync"/>.</summary>
    Attached,

    /// <summary>COLO runs. Next: <see cref="ColoController.WatchAsync"/>, and one day <see cref="ColoController.FailoverAsync"/>.</summary>
    Running,

    /// <summary>One host runs the guest by itself. Next: <see cref="ColoController.ResyncAsync"/>.</summary>
    Alone,

    /// <summary>
    /// A step failed, and so did setting the guest free. <see cref="ColoController.FailoverAsync"/> is what is left: it asks QEMU, not this.
    /// </summary>
    Unknown,
}
