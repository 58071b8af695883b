namespace ColoGen.Control.Hosts;

/// <summary>The names of a disk's replica on the primary, by the role that the host was started in.</summary>
internal static class ColoDiskExtensions
{
    public static string Replica(this ColoDisk disk, ColoInitialRole role) =>
        role == ColoInitialRole.Primary ? disk.PrimaryReplica : disk.SurvivorReplica;

    public static string Child(this ColoDisk disk, ColoInitialRole role) =>
        role == ColoInitialRole.Primary ? disk.PrimaryChild : disk.SurvivorChild;
}
