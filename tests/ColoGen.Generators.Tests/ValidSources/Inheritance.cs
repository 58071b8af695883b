using System.Buffers;
using ColoGen;

namespace Inheritance;

public abstract record Named(string File)
{
    public virtual string? Comment => null;
}

public abstract record Backed(string File, Image Backing) : Named(File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Image(string File) : Named(File);

[FileSource(Format = DiskFormat.Qcow2)]
public record Overlay(string File, Image Backing) : Backed(File, Backing);

/// <summary>The same layer with more members: where the other is declared, it is written as what it is.</summary>
public record Commented(string File, Image Backing) : Overlay(File, Backing)
{
    public override string? Comment => "With a comment.";
}

public abstract record NotNamed(string File, Image Backing) : Backed(File, Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Special(string File, Image Backing) : NotNamed(File, Backing)
{
    public new string File => base.File + ".special";

    public new Image Backing { get; } = Backing;
}

public interface IHasRoot
{
    Image Root { get; }
}

public abstract record Documents
{
    public void WriteQmp(IBufferWriter<byte> writer) => throw new System.NotSupportedException();

    public virtual int GetTreeXmlMaxByteCount() => 0;

    protected static void CheckedTopology() => throw new System.NotSupportedException();
}

public abstract record Lower([Disk("vda", BootOrder = 1)] Image Root) : Documents, IHasRoot
{
    Image IHasRoot.Root => Root;

    [HostDisk("spare")]
    public virtual Overlay? Spare => null;
}

[Topology]
public sealed partial record LowerHost(Image Root) : Lower(Root);

public abstract record Upper(Image Root, [Disk("vdb")] Overlay Data) : Lower(Root)
{
    [HostDisk("other")]
    public override Overlay? Spare { get; }
}

[Topology]
public sealed partial record UpperHost(Image Root, Overlay Data) : Upper(Root, Data);

public abstract record Plain(Image Root, Overlay Data) : Upper(Root, Data);

[Topology, Domain("top")]
public sealed partial record Top(Image Root, Overlay Data) : Plain(Root, Data);

[Topology]
public abstract partial record Open
{
    [Disk("vda")]
    public abstract Image Root { get; init; }
}

/// <summary>The same topology: its documents read the override.</summary>
public sealed record Closed(Image Root) : Open;
