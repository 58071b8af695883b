namespace ColoGen.Control.Tests;

/// <summary>Pairs with images of their own, on free ports of this machine.</summary>
internal static class Pairs
{
    private const string Localhost = "127.0.0.1";

    public static async Task<OneDiskPair> OneDiskAsync(Lab lab, long? checkpointDelay = 300)
    {
        string root = await lab.RootImageAsync();
        return new(
            new(new(new(root), null)),
            await SecondaryAsync(lab, lab.CopyOf(root), Lab.RootSize),
            Lab.Version,
            Localhost,
            FreePorts.Next(),
            Localhost,
            FreePorts.Next(),
            checkpointDelay);
    }

    public static async Task<TwoDiskPair> TwoDisksAsync(Lab lab)
    {
        string root = await lab.RootImageAsync();
        string data = await lab.EmptyImageAsync("raw", Lab.DataSize);
        return new(
            new(new(new(root), null), new(new(data), null)),
            await SecondaryAsync(lab, lab.CopyOf(root), lab.CopyOf(data)),
            Lab.Version,
            Localhost,
            FreePorts.Next(),
            Localhost,
            FreePorts.Next(),
            300);
    }

    /// <summary>The same pair with another secondary, whose disks are empty.</summary>
    public static async Task<OneDiskPair> WithNewSecondaryAsync(this OneDiskPair pair, Lab lab) => pair with
    {
        Secondary = await SecondaryAsync(lab, await lab.EmptyImageAsync("qcow2", Lab.RootSize), Lab.RootSize),
        NbdPort = FreePorts.Next(),
        MigrationPort = FreePorts.Next(),
    };

    /// <inheritdoc cref="WithNewSecondaryAsync(OneDiskPair, Lab)"/>
    public static async Task<TwoDiskPair> WithNewSecondaryAsync(this TwoDiskPair pair, Lab lab) => pair with
    {
        Secondary = await SecondaryAsync(lab, await lab.EmptyImageAsync("qcow2", Lab.RootSize), await lab.EmptyImageAsync("raw", Lab.DataSize)),
        NbdPort = FreePorts.Next(),
        MigrationPort = FreePorts.Next(),
    };

    /// <summary>A secondary whose active and hidden disks have the sizes that are given.</summary>
    public static async Task<OneDiskSecondary> SecondaryAsync(Lab lab, string parent, long active, long? hidden = null) => new(
        new(parent),
        new(new(new(await lab.EmptyImageAsync("qcow2", active), new(await lab.EmptyImageAsync("qcow2", hidden ?? active))))));

    private static async Task<TwoDiskSecondary> SecondaryAsync(Lab lab, string root, string data) => new(
        new(root),
        new(data),
        new(new(new(await lab.EmptyImageAsync("qcow2", Lab.RootSize), new(await lab.EmptyImageAsync("qcow2", Lab.RootSize))))),
        new(new(new(await lab.EmptyImageAsync("qcow2", Lab.DataSize), new(await lab.EmptyImageAsync("qcow2", Lab.DataSize))))));
}
