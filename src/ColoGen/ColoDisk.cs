namespace ColoGen;

/// <summary>The names that a replicated disk of a pair has in the QEMUs of its hosts. All are node names but where said otherwise.</summary>
/// <param name="Dev">The disk's dev, the same on both hosts: <c>vda</c>.</param>
/// <param name="Root">The quorum that the guest's device sits on, the same on both hosts: <c>vda-0</c>. The secondary's replica names it as <c>top-id</c>.</param>
/// <param name="PrimaryReplica">The primary's node of the driver <c>replication</c>.</param>
/// <param name="PrimaryChild">Not a node: the child of the primary's quorum that the replica becomes, such as <c>children.1</c>.</param>
/// <param name="SurvivorReplica">The node of the driver <c>replication</c> on a former secondary that is now a primary.</param>
/// <param name="SurvivorChild">Not a node: the child of its quorum that the replica becomes there.</param>
/// <param name="SecondaryReplica">The secondary's node of the driver <c>replication</c>.</param>
/// <param name="ActiveDisk">The secondary's active disk.</param>
/// <param name="HiddenDisk">The secondary's hidden disk.</param>
/// <param name="SecondaryDisk">The secondary's disk, which is exported.</param>
/// <param name="Export">Not a node: the name of the NBD export of the secondary's disk.</param>
/// <param name="MirrorJob">Not a node: the <c>job-id</c> of the mirror that fills a new secondary's disk.</param>
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
