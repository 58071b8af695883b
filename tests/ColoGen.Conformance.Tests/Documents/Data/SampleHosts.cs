using ColoPair;

namespace ColoGen.Conformance.Tests.Documents.Data;

/// <summary>The hosts of the sample.</summary>
internal static class SampleHosts
{
    public static SecondaryHost Secondary(Images at) => new(
        new(at.Qcow2("parent")), new(new(new(at.Qcow2("active"), new(at.Qcow2("hidden"))))), DomainType.Qemu);

    /// <param name="port">The port of the secondary's NBD server; null for a primary without its replica.</param>
    public static PrimaryHost Primary(Images at, int? port) => new(
        new(new(at.Qcow2("primary")), port is { } number ? new(new("127.0.0.1", number)) : null), DomainType.Qemu);

    /// <summary>The commands that add the nodes of the replicas to a host without them.</summary>
    public static IEnumerable<string> ReplicaCommands(IQmp host, IQmp complete) =>
        DocumentReader.Lines(complete.ToQmpString()).Except(DocumentReader.Lines(host.ToQmpString()))
            .Where(line => line.Contains("blockdev-add") && !line.Contains("\"driver\":\"quorum\""));
}
