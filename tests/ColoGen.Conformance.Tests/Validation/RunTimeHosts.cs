namespace ColoGen.Conformance.Tests.Validation.RunTimeHosts;

[FileSource(Format = DiskFormat.Raw)]
public sealed record Image(string File);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record Served(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record AtSocket(string Socket);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record Exported(string Socket, string Export);

[NbdSource(Format = DiskFormat.Raw, Tls = true)]
public sealed record Tls(string Host, string TlsDir);

[Quorum(VoteThreshold = 1)]
public sealed record Mirror(Served[] Children);

#nullable disable

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Secret(string File, string SecretFile, string SecretUuid);

#nullable restore

[Topology, Domain("shop")]
public sealed partial record FileHost([Disk("vda")] Image Root);

[Topology(Documents = TopologyDocuments.Qmp)]
public sealed partial record QmpHost([Disk("vda")] Image Root);

[Topology, Domain("shop")]
public sealed partial record ExportHost([Disk("vda")] Served Root);

[Topology, Domain("shop")]
public sealed partial record SocketHost([Disk("vda")] AtSocket Root);

[Topology, Domain("shop")]
public sealed partial record ExportedHost([Disk("vda")] Exported Root);

[Topology, Domain("shop")]
public sealed partial record TlsHost([Disk("vda")] Tls Root);

[Topology, Domain("shop")]
public sealed partial record SecretHost([Disk("vda")] Secret Root);

[Topology, Domain("shop")]
public sealed partial record SerialHost([Disk("vda")] Image Root, [Serial("vda")] string Serial);

[Topology, Domain("shop")]
public sealed partial record EncodedSerialHost([Disk("vda")] Image Root, [Serial("vda")] Utf8 Serial);

[Topology, Domain("shop")]
public sealed partial record OptionalHost([Disk("vda")] Image Root, [Serial("vda")] string? Serial);

[Topology, Domain("shop")]
public sealed partial record OptionalLayerHost([Disk("vda")] Served? Root);

[Topology, Domain("shop")]
public sealed partial record DomainHost([Disk("vda")] Image Root, string Uuid);

[Topology, Domain("shop")]
public sealed partial record TwoSerials([Disk("vda")] Image A, [Disk("vdb")] Image B, [Serial("vda")] string First, [Serial("vdb")] string Second);

[Topology(Documents = TopologyDocuments.Qmp)]
public sealed partial record ListHost([Disk("vda")] Mirror Root);
