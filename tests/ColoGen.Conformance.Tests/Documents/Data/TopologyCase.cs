namespace ColoGen.Conformance.Tests.Documents.Data;

/// <summary>A topology with values.</summary>
/// <param name="Make">Makes it, with images at the places that it is given.</param>
public sealed record TopologyCase(string Name, Func<Images, object> Make)
{
    /// <summary>The machine that its devices are for.</summary>
    public string Machine { get; init; } = "pc";

    /// <summary>What QEMU wants to open it.</summary>
    public Needs Needs { get; init; }

    public LibvirtView Libvirt { get; init; }

    public override string ToString() => Name;
}

public enum Needs
{
    Files,
    NbdServers,
    LoopDevices,

    /// <summary>Something that no test can provide on any machine.</summary>
    Unavailable,
}

public enum LibvirtView
{
    /// <summary>libvirt makes a QEMU command line of it.</summary>
    Converts,

    /// <summary>libvirt would want a passphrase, which it keeps in a daemon.</summary>
    WantsSecrets,

    /// <summary>libvirt would want hardware virtualisation.</summary>
    WantsKvm,

    /// <summary>There is no disk in it that libvirt could open.</summary>
    Refused,
}
