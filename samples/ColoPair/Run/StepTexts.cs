using ColoGen.Control;

namespace ColoPair;

/// <summary>The controller's steps in words: on which host, and what.</summary>
internal static class StepTexts
{
    private static readonly Dictionary<ColoStep, (string Where, string What)> s_texts = new()
    {
        [ColoStep.CheckHosts] = ("both", "checked: version, accelerator, what the guests do"),
        [ColoStep.PrepareSecondary] = ("secondary", "exports its disk, and listens for the migration"),
        [ColoStep.CheckSecondary] = ("secondary", "checked: its block graph is the declared one, and its disks have the primary's size"),
        [ColoStep.AttachReplica] = ("primary", "has its replica attached"),
        [ColoStep.CheckBeforeStart] = ("both", "checked: nothing in which QEMU would hang or lose data without an error"),
        [ColoStep.Start] = ("primary", "is told to migrate"),
        [ColoStep.EnterColo] = ("both", "are in COLO, and the guest runs on both"),
        [ColoStep.SetCheckpointDelay] = ("primary", "makes checkpoints as often as it was asked to"),
        [ColoStep.CheckSurvivor] = ("survivor", "checked: it can take over"),
        [ColoStep.Fence] = ("fencing", "the other side is confirmed to be dead"),
        [ColoStep.CheckFenced] = ("fencing", "checked: the other side does not answer"),
        [ColoStep.Failover] = ("survivor", "is told to fail over"),
        [ColoStep.LeaveColo] = ("survivor", "runs the guest by itself"),
        [ColoStep.Mirror] = ("primary", "has copied its disk to the new secondary while the guest ran"),
        [ColoStep.FinishMirror] = ("primary", "has stopped the guest and ended the copy: both disks are equal"),
        [ColoStep.DetachMirror] = ("primary", "has let go of the copy's nodes"),
    };

    public static (string Where, string What) Of(ColoStep step) => s_texts.TryGetValue(step, out (string, string) text) ? text : ("pair", step.ToString());
}
