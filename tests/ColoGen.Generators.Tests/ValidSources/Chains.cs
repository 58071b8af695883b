using ColoGen;

namespace Chains;

/// <summary>Every format that stands on nothing.</summary>
public static class Plain
{
    [FileSource(Format = DiskFormat.Raw)]
    public sealed record Raw(string File);

    [FileSource(Format = DiskFormat.Vdi)]
    public sealed record Vdi(string File);

    [FileSource(Format = DiskFormat.Vhdx)]
    public sealed record Vhdx(string File);

    [FileSource(Format = DiskFormat.Vpc)]
    public sealed record Vpc(string File);

    [FileSource(Format = DiskFormat.Parallels)]
    public sealed record Parallels(string File);

    [FileSource(Format = DiskFormat.Bochs)]
    public sealed record Bochs(string File);

    [FileSource(Format = DiskFormat.Cloop)]
    public sealed record Cloop(string File);

    [FileSource(Format = DiskFormat.Dmg)]
    public sealed record Dmg(string File);
}

[FileSource(Format = DiskFormat.Luks, SecretFile = "/secrets/luks", SecretUuid = "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f")]
public sealed record Vault(string File);

[FileSource(Format = DiskFormat.Qcow2, Index = 7)]
public sealed record Base(string File, string SecretFile, string SecretUuid);

[FileSource(Format = DiskFormat.Qed)]
public sealed record Old(string File, Base? Below);

[FileSource(Format = DiskFormat.Vmdk, File = "/images/middle.vmdk")]
public sealed record Middle
{
    public required Old? Backing { get; init; }
}

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Overlay(string File, Middle Backing)
{
    public const string Remark = "Not a setting.";

    public string Extension => System.IO.Path.GetExtension(File);
}

[Topology]
public sealed partial record Host(
    [Disk("vda", Cache = DiskCache.None, Io = DiskIo.IoUring, Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Unmap, IoThread = 2)] Overlay Root,
    [Disk("vdb", ReadOnly = true, Cache = DiskCache.Directsync, Io = DiskIo.Native)] Vault? Vault,
    [HostDisk("raw", ReadOnly = true, Cache = DiskCache.None, Io = DiskIo.Threads, Discard = DiskDiscard.Ignore)] Plain.Raw Raw,
    [HostDisk("vdi")] Plain.Vdi Vdi,
    [HostDisk("vhdx")] Plain.Vhdx Vhdx,
    [HostDisk("vpc")] Plain.Vpc Vpc,
    [HostDisk("Parallels.1_x-y")] Plain.Parallels? Parallels,
    [HostDisk("bochs", ReadOnly = true)] Plain.Bochs Bochs,
    [HostDisk("cloop", ReadOnly = true)] Plain.Cloop Cloop,
    [HostDisk("dmg", ReadOnly = true)] Plain.Dmg Dmg);
