namespace ColoGen.Control;

/// <summary>A step in the life of a pair, as <see cref="ColoException.Step"/> and <see cref="ColoProgress.Step"/> name it.</summary>
public enum ColoStep
{
    /// <summary>Asks both hosts for QEMU's version, the accelerator and what their guests do.</summary>
    CheckHosts,

    /// <summary><see cref="ColoCommands.SecondaryPrepare"/>.</summary>
    PrepareSecondary,

    /// <summary>Compares the secondary's block graph with the declaration, and the disks' sizes with the primary's.</summary>
    CheckSecondary,

    /// <summary><see cref="ColoCommands.SecondaryRelease"/>.</summary>
    ReleaseSecondary,

    /// <summary><see cref="ColoCommands.PrimaryAttach"/> or <see cref="ColoCommands.SurvivorAttach"/>.</summary>
    AttachReplica,

    /// <summary><see cref="ColoCommands.PrimaryDetach"/> or <see cref="ColoCommands.SurvivorDetach"/>.</summary>
    DetachReplica,

    /// <summary>Looks on both hosts for everything that QEMU would hang on, or lose data by, without a word.</summary>
    CheckBeforeStart,

    /// <summary><see cref="ColoCommands.Start"/>, up to and with <c>migrate</c>.</summary>
    Start,

    /// <summary>Waits until COLO runs on both hosts.</summary>
    EnterColo,

    /// <summary>Asks both hosts whether they are a pair in COLO already.</summary>
    Adopt,

    /// <summary><see cref="ColoCommands.CheckpointDelay"/>.</summary>
    SetCheckpointDelay,

    /// <summary>Asks the survivor whether it can take over at all, before anybody is fenced.</summary>
    CheckSurvivor,

    /// <summary>The fencing callback.</summary>
    Fence,

    /// <summary>Asks the fenced side whether it runs all the same.</summary>
    CheckFenced,

    /// <summary><see cref="ColoCommands.PrimaryFailover"/>, <see cref="ColoCommands.SurvivorFailover"/> or <see cref="ColoCommands.SecondaryFailover"/>.</summary>
    Failover,

    /// <summary>Waits until the survivor's guest runs by itself.</summary>
    LeaveColo,

    /// <summary><see cref="ColoCommands.Mirror"/>, and waits until every job is ready.</summary>
    Mirror,

    /// <summary><see cref="ColoCommands.MirrorFinish"/>, and waits until every job is gone.</summary>
    FinishMirror,

    /// <summary><see cref="ColoCommands.MirrorDetach"/>.</summary>
    DetachMirror,

    /// <summary>After a step that failed: ends migrations and jobs, takes the replicas away, and lets the guest run by itself.</summary>
    RecoverGuest,
}
