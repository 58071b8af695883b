namespace ColoGen.Conformance.Tests.Documents.Topologies;

[FileSource(Format = DiskFormat.Luks)]
public sealed record LuksFile(string File, string SecretFile, string SecretUuid);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record EncryptedFile(string File, string SecretFile, string SecretUuid);

[FileSource(Format = DiskFormat.Qcow2, SecretUuid = "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f")]
public sealed record EncryptedChain(string File, string SecretFile, EncryptedFile Backing);

/// <summary>Encrypted images, whose passphrases libvirt keeps elsewhere.</summary>
[Topology, Domain("secrets", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Secrets(
    [Disk("vda")] LuksFile Luks,
    [Disk("vdb")] EncryptedFile Qcow2,
    [Disk("vdc")] EncryptedChain Chain,
    [HostDisk("host")] LuksFile Host);
