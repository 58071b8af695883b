namespace ColoGen.Control;

/// <summary>The names of a disk's replica, by what its host was started as.</summary>
internal static class ColoDiskExtensions
{
    public static string Replica(this ColoDisk disk, ColoInitialRole origin) =>
        origin == ColoInitialRole.Primary ? disk.PrimaryReplica : disk.SurvivorReplica;

    public static string Child(this ColoDisk disk, ColoInitialRole origin) =>
        origin == ColoInitialRole.Primary ? disk.PrimaryChild : disk.SurvivorChild;
}
