using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>All that distinguishes one setting of a disk from another. A new setting does not compile before it has given every member.</summary>
internal sealed record DiskSetting
{
    /// <summary>The property of <see cref="DiskAttribute"/>.</summary>
    public required string Name { get; init; }

    public required DiskSettingScope Scope { get; init; }

    /// <summary>Whether only a constant can give it: there is no attribute of its name that derives from <see cref="DiskSettingAttribute"/>.</summary>
    public required bool IsConstantOnly { get; init; }

    /// <summary>The limits of a number; null where it is none.</summary>
    public required NumberRange? Range { get; init; }

    /// <summary>What restricts the disks and the values; null where every disk can have every value.</summary>
    public required DiskSettingCheck? Check { get; init; }

    /// <summary>Why the value that a disk has does nothing; null where it has its effect.</summary>
    public required Func<Attachment, SettingWithoutEffect?> WithoutEffect { get; init; }

    /// <summary>The value in libvirt's words; null where nothing is written.</summary>
    public required Func<Attachment, DocumentValue?> Value { get; init; }

    public required XmlPlace Xml { get; init; }

    /// <summary>The option that it is of block nodes; null where it is none.</summary>
    public required NodeOption? Node { get; init; }

    /// <summary>Adds the properties that it is of the <c>-device</c>; null where it is none.</summary>
    public required Action<Options, Attachment>? Device { get; init; }

    /// <summary>
    /// What the guest sees of it, which both hosts of a pair must have the same; null where it sees nothing. The text is null where the value is known only
    /// at run time.
    /// </summary>
    public required Func<Attachment, string?>? SeenByGuest { get; init; }

    /// <summary>Whether the disk is given a value other than <see langword="false"/>.</summary>
    public bool IsGiven(Attachment disk) => disk.Settings.Get(Name) is not (null or BooleanConstant { Boolean: false });

    /// <summary>For a setting whose value has its effect on every disk that can have it.</summary>
    public static SettingWithoutEffect? AlwaysHasEffect(Attachment disk) => null;

    /// <summary>A constant number of the device that the guest sees.</summary>
    /// <param name="property">QEMU's property of the device.</param>
    public static DiskSetting OfNumber(string name, NumberRange range, XmlPlace xml, string property, DiskSettingCheck check) => new()
    {
        Name = name,
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = range,
        Check = check,
        WithoutEffect = AlwaysHasEffect,
        Value = disk => disk.Settings.Number(name, range),
        Xml = xml,
        Node = null,
        Device = (options, disk) => options.AddNumber(property, disk.Settings.Number(name, range)),
        SeenByGuest = Declared(name),
    };

    /// <summary>The declared value as the guest sees it.</summary>
    public static Func<Attachment, string?> Declared(string name) => disk => disk.Settings.Get(name) is { } value ? value.ConstantText() : "none";
}

/// <summary>What has the setting.</summary>
internal enum DiskSettingScope
{
    /// <summary>The device that the guest sees. A disk of the host does not have it.</summary>
    Device,

    /// <summary>The layers of the tree.</summary>
    Tree,

    /// <summary>The top layer of the tree.</summary>
    TopLayer,
}
