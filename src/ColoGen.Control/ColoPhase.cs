namespace ColoGen.Control;

/// <summary>The phase of a pair between two operations of its <see cref="ColoController"/>.</summary>
public enum ColoPhase
{
    /// <summary>
    /// The hosts do not know each other, or a preparation was broken off. Next: <see cref="ColoController.PrepareAsync"/>, or
    /// <see cref="ColoController.AdoptAsync"/> if another controller has prepared or started them.
    /// </summary>
    Connected,

    /// <summary>The secondary exports its disks, and waits for the migration. Next: <see cref="ColoController.AttachAsync"/>.</summary>
    Prepared,

    /// <summary>The primary has its replicas, and its guest must not run. Next: <see cref="ColoController.StartAsync"/>.</summary>
    Attached,

    /// <summary>COLO runs. Next: <see cref="ColoController.WatchAsync"/>, and <see cref="ColoController.FailoverAsync"/> when a host fails.</summary>
    Running,

    /// <summary>One host runs the guest alone. Next: <see cref="ColoController.ResyncAsync"/>.</summary>
    Alone,

    /// <summary>
    /// An operation failed, and so did the recovery; a failover was not completed; or <see cref="ColoController.AdoptAsync"/> has found what another
    /// controller left. Next: <see cref="ColoController.RecoverGuestAsync"/> or <see cref="ColoController.FailoverAsync"/>, which query the hosts for
    /// their state.
    /// </summary>
    Unknown,
}
