namespace ColoGen.Conformance.Tests.Effects;

/// <summary>A way of attaching a tree, in which the values of settings are tried on one disk each.</summary>
/// <param name="Name">What distinguishes it.</param>
/// <param name="Attribute">The beginning of the disk's attribute; <c>#</c> is the letter of the disk.</param>
/// <param name="Layers">
/// The declarations of the layers, of which <c>Top#</c> is attached; <c>#</c> is the letter of the disk, and <c>@</c> the beginning of the paths of its images.
/// </param>
/// <param name="Images">The endings of the images' paths, with their formats.</param>
/// <param name="Effects">
/// The names of the <see cref="Comparison"/>s in which QEMU 7.2 and QEMU 11 do something else with the setting than without it; with <c>:11</c>, QEMU 11 alone.
/// </param>
public sealed record EffectCase(string Name, string Attribute, string Layers, (string Ending, string Format)[] Images, string Effects)
{
    /// <summary>The comparisons in which the setting changes nothing, and is not reported.</summary>
    public string Unreported { get; init; } = "";

    /// <summary>The places on the bus.</summary>
    public int Places { get; init; } = int.MaxValue;

    /// <summary>A tree beside each disk.</summary>
    public string Beside { get; init; } = "";

    /// <summary>Whether replication is started, as this side; null for none.</summary>
    public ReplicationMode? Replication { get; init; }

    /// <summary>Whether the images are on an NBD server.</summary>
    public bool IsOnServer { get; init; }

    /// <summary>Whether the images are in block devices.</summary>
    public bool IsOnDevices { get; init; }

    public bool IsHostDisk => Attribute.StartsWith("HostDisk", StringComparison.Ordinal);

    public override string ToString() => Name;

    /// <summary>The names of the comparisons in which the setting does something.</summary>
    public IEnumerable<string> EffectsIn(int major) => Effects.Split(' ')
        .Where(effect => !effect.EndsWith(":11", StringComparison.Ordinal) || major >= 11)
        .Select(effect => effect.Split(':')[0]);
}
