using System.Collections.Immutable;

namespace ColoGen.Conformance.Tests.Agreement.Declarations;

/// <summary>A host to be declared. Settings are by name, each value as C# has it.</summary>
/// <param name="Domain">The settings of its domain; null without one.</param>
internal sealed record Host(Settings? Domain, ImmutableArray<Tree> Trees)
{
    /// <summary>Where declared paths lead: to the folder of whoever opens them.</summary>
    public const string Place = "/place/";

    /// <summary>Where declared paths of devices lead.</summary>
    public const string DevicePlace = "/dev/place/";

    /// <summary>The port of the NBD server of whoever opens it.</summary>
    public const string Port = "40000";

    /// <summary>A parameter more.</summary>
    public string? Extra { get; init; }

    /// <summary>The machine that its devices are for.</summary>
    public string Machine => Domain is null ? "pc" : HostText.ValueOf(Domain.GetValueOrDefault("Machine", "\"q35\""));

    public Tree First => Trees[0];

    public Tree Second => Trees[1];

    public IEnumerable<Layer> Layers => Trees.SelectMany(tree => tree.Top.PreOrder());

    public Host WithFirst(Func<Tree, Tree> change) => WithTree(0, change);

    public Host WithSecond(Func<Tree, Tree> change) => WithTree(1, change);

    private Host WithTree(int index, Func<Tree, Tree> change) => this with { Trees = Trees.SetItem(index, change(Trees[index])) };
}

/// <summary>A tree attached to a host.</summary>
/// <param name="Settings">Those of its disk, the dev among them.</param>
internal sealed record Tree(bool IsHostDisk, string Dev, Settings Settings, Layer Top)
{
    /// <summary>The settings of its export; null without one.</summary>
    public Settings? Export { get; init; }

    /// <summary>What binds its open references.</summary>
    public Reference? Binding { get; init; }

    public string? Bus { get; init; }

    /// <summary>Where its device is; null where that is not declared.</summary>
    public Address? Address { get; init; }

    public bool IsReadOnly => Settings.GetValueOrDefault("ReadOnly") == "true" || Settings.GetValueOrDefault("Device") == "DiskDevice.Cdrom";

    /// <summary>The node of its top layer.</summary>
    public string TopNode => $"{Dev}-{Top.Settings.GetValueOrDefault("Index", "0")}";

    public bool IsExportedWritable => Export?.GetValueOrDefault("Writable") == "true";

    public Tree With(string setting, string value) => this with { Settings = Settings.SetItem(setting, value) };

    public Tree Without(string setting) => this with { Settings = Settings.Remove(setting) };

    public Tree WithTop(Func<Layer, Layer> change) => this with { Top = change(Top) };

    /// <summary>The replica that follows, changed.</summary>
    public Tree WithReplica(Func<Layer, Layer> change) => WithTop(top => top.Change(layer => layer.IsSecondary, change));

    /// <summary>Every layer, a layer before what is below it.</summary>
    public IEnumerable<OpenedLayer> Opened() => Opened(new(Top, !IsReadOnly, IsRewritten: false), isActive: false);

    private static IEnumerable<OpenedLayer> Opened(OpenedLayer opened, bool isActive) => opened.Layer.Below
        .SelectMany(below => Opened(
            new(
                below,
                opened.Layer.IsSource ? opened.Writes && isActive : opened.Writes,
                !opened.Layer.IsSource && (opened.IsRewritten || opened.Layer.Settings.ContainsKey("RewriteCorrupted"))),
            isActive: opened.Layer.IsSecondary))
        .Prepend(opened);
}

/// <summary>A place of a device, as declared.</summary>
/// <param name="Kind">The attribute.</param>
internal sealed record Address(string Kind, Settings Settings);

/// <param name="Writes">It is opened for writing.</param>
/// <param name="IsRewritten">A quorum mends it.</param>
internal sealed record OpenedLayer(Layer Layer, bool Writes, bool IsRewritten);

/// <summary>A layer to be declared, of a type of its own.</summary>
/// <param name="Kind">Its attribute.</param>
internal sealed record Layer(string Kind, Settings Settings)
{
    public ImmutableArray<Layer> Below { get; init; } = [];

    public Reference? Reference { get; init; }

    /// <summary>What its image really holds.</summary>
    public string Image { get; init; } = "";

    /// <summary>What is still to be decided when its host is put together.</summary>
    public Wishes Wishes { get; init; } = new();

    /// <summary>In a file or on a block device.</summary>
    public bool IsLocal => Kind is "FileSource" or "BlockSource";

    public bool IsSource => IsLocal || Kind == "NbdSource";

    public string PathSetting => Kind == "BlockSource" ? "Dev" : "File";

    public bool IsSecondary => Kind == "Replication" && Settings["Mode"] == "ReplicationMode.Secondary";

    public bool IsEncrypted => Settings.ContainsKey("SecretFile");

    public Layer With(string setting, string value) => this with { Settings = Settings.SetItem(setting, value) };

    public Layer Without(string setting) => this with { Settings = Settings.Remove(setting) };

    /// <summary>The first layer, from the top, that is such, changed.</summary>
    public Layer Change(Func<Layer, bool> isSuch, Func<Layer, Layer> change)
    {
        if (isSuch(this)) return change(this);
        int place = Below.ToList().FindIndex(below => below.PreOrder().Any(isSuch));
        return place < 0 ? this : WithBelow(below => below.Change(isSuch, change), place);
    }

    public Layer WithBelow(Func<Layer, Layer> change, int place = 0) => this with { Below = Below.SetItem(place, change(Below[place])) };

    public IEnumerable<Layer> PreOrder() => Below.SelectMany(below => below.PreOrder()).Prepend(this);
}

/// <param name="IsOpen">Declared without a dev, to be bound where the tree is attached.</param>
internal sealed record Reference(string Dev, int Index, bool IsOpen = false);

/// <summary>What a layer would like to be, as far as its host allows.</summary>
/// <param name="Target">The number among the layers that it may refer to; null for no reference.</param>
/// <param name="Pin">Its own number.</param>
/// <param name="Sharing">Whether it opens an image that another layer opens, too.</param>
/// <param name="Suffix">What its path ends in.</param>
internal sealed record Wishes(int? Target = null, int? Pin = null, bool Sharing = false, string Suffix = "");
