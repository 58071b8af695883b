namespace ColoGen;

/// <summary>The names of one replicated disk of a pair in the QEMUs of its hosts. Each is a node name, except where the parameter says otherwise.</summary>
/// <param name="Dev">Not a node name: the dev of the disk, which is the same on both hosts, such as <c>vda</c>.</param>
/// <param name="Root">The quorum that is the drive of the guest's device, the same on both hosts, such as <c>vda-0</c>. The secondary's <c>top-id</c>.</param>
/// <param name="PrimaryReplica">The node of the driver <c>replication</c> on the primary.</param>
/// <param name="PrimaryChild">Not a node name: the name of the replica as a child of the primary's quorum, such as <c>children.1</c>.</param>
/// <param name="SurvivorReplica">The node of the driver <c>replication</c> on a survivor, for its new secondary.</param>
/// <param name="SurvivorChild">Not a node name: the name of the replica as a child of the survivor's quorum.</param>
/// <param name="SecondaryReplica">The node of the driver <c>replication</c> on the secondary.</param>
/// <param name="ActiveDisk">The active disk of the secondary.</param>
/// <param name="HiddenDisk">The hidden disk of the secondary.</param>
/// <param name="SecondaryDisk">The secondary disk, which is exported.</param>
/// <param name="Export">Not a node name: the name of the NBD export of the secondary disk.</param>
/// <param name="MirrorJob">Not a node name: the <c>job-id</c> of the mirror job that copies the disk to a new secondary.</param>
public sealed record ColoDisk(
    string Dev,
    string Root,
    string PrimaryReplica,
    string PrimaryChild,
    string SurvivorReplica,
    string SurvivorChild,
    string SecondaryReplica,
    string ActiveDisk,
    string HiddenDisk,
    string SecondaryDisk,
    string Export,
    string MirrorJob);
