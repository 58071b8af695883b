namespace ColoGen.Control;

/// <summary>A step of an operation, as in <see cref="ColoException.Step"/> and <see cref="ColoProgress.Step"/>.</summary>
public enum ColoStep
{
    /// <summary>Checks the version of QEMU, the accelerator, the state of the guest and other starts on both hosts.</summary>
    CheckHosts,

    /// <summary>Sends <see cref="ColoCommands.SecondaryPrepare"/>.</summary>
    PrepareSecondary,

    /// <summary>Compares the secondary's block graph with the declaration, and the sizes of its images with the primary's.</summary>
    CheckSecondary,

    /// <summary>Sends <see cref="ColoCommands.SecondaryRelease"/>.</summary>
    ReleaseSecondary,

    /// <summary>Sends <see cref="ColoCommands.PrimaryAttach"/> or <see cref="ColoCommands.SurvivorAttach"/>.</summary>
    AttachReplica,

    /// <summary>Sends <see cref="ColoCommands.PrimaryDetach"/> or <see cref="ColoCommands.SurvivorDetach"/>.</summary>
    DetachReplica,

    /// <summary>Checks both hosts for what would hang QEMU, or lose data, without an error.</summary>
    CheckBeforeStart,

    /// <summary>Sends <see cref="ColoCommands.Start"/>, whose last command is <c>migrate</c>.</summary>
    Start,

    /// <summary>Waits until COLO runs on both hosts.</summary>
    EnterColo,

    /// <summary>Finds out where the pair is, and checks that the hosts are of this pair.</summary>
    Adopt,

    /// <summary>Sends <see cref="ColoCommands.CheckpointDelay"/>, and verifies it.</summary>
    SetCheckpointDelay,

    /// <summary>Checks that the survivor can take over, or waits for the other side, before that is fenced.</summary>
    CheckSurvivor,

    /// <summary>Calls the fencing callback.</summary>
    Fence,

    /// <summary>Checks that the fenced side does not run.</summary>
    CheckFenced,

    /// <summary>
    /// Sends <see cref="ColoCommands.PrimaryFailover"/>, <see cref="ColoCommands.SurvivorFailover"/> or <see cref="ColoCommands.SecondaryFailover"/>. Before
    /// that it shuts down the connections to the other side for which the survivor waits, and checks a survivor that has waited.
    /// </summary>
    Failover,

    /// <summary>Waits until the survivor's guest runs outside of COLO.</summary>
    LeaveColo,

    /// <summary>Sends <see cref="ColoCommands.Mirror"/>, and waits until every job is ready.</summary>
    Mirror,

    /// <summary>Sends <see cref="ColoCommands.MirrorFinish"/>, and waits until every job has completed.</summary>
    FinishMirror,

    /// <summary>Sends <see cref="ColoCommands.MirrorDetach"/>.</summary>
    DetachMirror,

    /// <summary>Recovers the guest after a failure: ends migration, COLO and mirrors, removes the replicas, and resumes the guest.</summary>
    RecoverGuest,
}
