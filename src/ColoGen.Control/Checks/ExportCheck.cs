using ColoGen.Control.Hosts;

namespace ColoGen.Control.Checks;

/// <summary>Checks that a secondary in COLO still exports its disks. Without the exports COLO runs on, and QEMU replicates nothing.</summary>
internal static class ExportCheck
{
    /// <param name="declared">The ids of the pair's exports.</param>
    /// <param name="found">The ids of the secondary's exports.</param>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindFailure(IEnumerable<string> declared, IReadOnlySet<string> found)
    {
        string[] missing = [.. declared.Where(id => !found.Contains(id))];
        return missing.Length == 0
            ? null
            : new(
                ColoSide.Secondary,
                $"it does not export {string.Join(", ", missing)} any more, so that these disks are not replicated.",
                "Something has removed the exports. Fail over to the primary, and call ResyncAsync with a new secondary.");
    }
}
