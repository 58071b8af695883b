using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

/// <summary>One way to get a declaration wrong, and the expected outcome.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Base">Hosts in which nothing is wrong.</param>
/// <param name="Seed">Makes the mistake.</param>
internal sealed record Mistake(string Name, string Rule, Gen<Host> Base, Func<Host, Host> Seed)
{
    public Refuser RefusedBy { get; init; }

    /// <summary>The message of the program that refuses it: a regular expression.</summary>
    public string Message { get; init; } = "";

    /// <summary>Why QEMU and libvirt accept it; null if one of them refuses it.</summary>
    public string? AcceptedBecause { get; init; }

    /// <summary>Makes the mistake in a document of the base host, if ColoGen writes no document of the wrong host.</summary>
    public Func<Host, string, string>? EditDocument { get; init; }
}

/// <summary>The program that refuses a mistake.</summary>
internal enum Refuser
{
    /// <summary>QEMU, from its commands: nodes, exports, the start of the replication.</summary>
    BlockLayer,

    /// <summary>QEMU, from its arguments: nodes and devices, and then exports and the start of the replication.</summary>
    Machine,

    Libvirt,
}
