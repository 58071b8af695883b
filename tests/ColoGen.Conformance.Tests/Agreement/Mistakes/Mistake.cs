using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

/// <summary>One way to get a declaration wrong.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Base">Hosts in which nothing is wrong.</param>
/// <param name="Seed">Makes the mistake.</param>
internal sealed record Mistake(string Name, string Rule, Gen<Host> Base, Func<Host, Host> Seed)
{
    /// <summary>Who refuses it.</summary>
    public By RefusedBy { get; init; }

    /// <summary>What is said then; a regular expression.</summary>
    public string Words { get; init; } = "";

    /// <summary>Why QEMU and libvirt take it without a word.</summary>
    public string? Silence { get; init; }

    /// <summary>Makes the mistake in a document of the base, where there is none of the wrong host.</summary>
    public Func<Host, string, string>? ByHand { get; init; }
}

internal enum By
{
    /// <summary>QEMU, from its commands: nodes, exports, the start of the replication.</summary>
    BlockLayer,

    /// <summary>QEMU, from its arguments: nodes and devices, and then exports and the start of the replication.</summary>
    Machine,

    Libvirt,
}
