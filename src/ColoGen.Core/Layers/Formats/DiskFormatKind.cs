using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Layers.Formats;

/// <summary>All that distinguishes one format of images from another. A new format does not compile before it has given every member.</summary>
internal sealed record DiskFormatKind
{
    public required DiskFormat Format { get; init; }

    /// <summary>QEMU's format driver.</summary>
    public required string Driver { get; init; }

    /// <summary>libvirt's <c>type</c> of <c>&lt;driver&gt;</c> and <c>&lt;format&gt;</c>.</summary>
    public required string XmlType { get; init; }

    /// <summary>The extensions, in lower case, that programs give files of this format. An extension of several formats is in each of them.</summary>
    public required EquatableArray<string> Extensions { get; init; }

    /// <summary>Whether its QAPI options have <c>backing</c>.</summary>
    public required bool CanHaveBacking { get; init; }

    /// <summary>Whether QEMU's driver can't write.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>Whether QEMU keeps it only to read old images.</summary>
    public required bool IsObsolete { get; init; }

    public required FormatEncryption Encryption { get; init; }

    /// <summary>Whether a discard, or a write of zeroes that may unmap, frees what an image takes of its storage.</summary>
    public required QemuSupport Discards { get; init; }

    /// <summary>Whether a write of zeroes is passed on or recorded as such, and not written as data.</summary>
    public required QemuSupport RecordsZeroes { get; init; }

    /// <summary>The options of the format driver, without children.</summary>
    public required Func<LayerContext, EquatableArray<Option>> Options { get; init; }
}

internal enum FormatEncryption
{
    /// <summary>Images are never encrypted.</summary>
    None,

    /// <summary>An image is encrypted if the layer has a passphrase.</summary>
    Optional,

    /// <summary>Images are always encrypted.</summary>
    Always,
}
