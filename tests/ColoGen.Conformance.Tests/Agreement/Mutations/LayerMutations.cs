using System.Collections.Immutable;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mutations;

/// <summary>Changes of one layer of a host, whatever comes of it.</summary>
internal static class LayerMutations
{
    private static readonly string[] s_kinds = ["FileSource", "BlockSource", "NbdSource", "Quorum", "Replication"];

    /// <summary>A change, most often of a setting.</summary>
    public static Gen<Layer> Of(Layer layer, Host host) => Gen.Frequency<Layer>(
        (6, Set(layer)),
        (2, Removed(layer)),
        (1, OfAnotherKind(layer)),
        (2, Below(layer, host)),
        (2, Above(layer, host)),
        (2, Replaced(host)),
        (2, Referring(layer, host)),
        (2, WithAnImageOf(layer, host)),
        (1, OfAnotherMode(layer)));

    private static Gen<Layer> Set(Layer layer)
    {
        ImmutableSortedDictionary<string, Gen<string>> settings = Surface.Of(layer.Kind);
        return settings.Count == 0
            ? Gen.Const(layer)
            : from setting in Gen.OneOf(settings.Keys.ToArray())
              from value in settings[setting]
              select layer.With(setting, value);
    }

    private static Gen<Layer> Removed(Layer layer)
    {
        string[] names = [.. layer.Settings.Keys.Where(name => name != "Mode")];
        return names.Length == 0 ? Gen.Const(layer) : Gen.OneOf(names).Select(layer.Without);
    }

    /// <summary>The same settings, as far as the other kind has them.</summary>
    private static Gen<Layer> OfAnotherKind(Layer layer) => Gen.OneOf(s_kinds).Select(Gen.Bool, (kind, isPrimary) =>
    {
        Settings settings = layer.Settings.RemoveRange(layer.Settings.Keys.Where(name => !Surface.Of(kind).ContainsKey(name)));
        Layer other = layer with { Kind = kind, Settings = settings };
        if (layer.IsLocal && other.IsLocal && layer.Settings.TryGetValue(layer.PathSetting, out string? path)) return other.With(other.PathSetting, path);
        if (kind == "Replication") settings = settings.SetItem("Mode", isPrimary ? "ReplicationMode.Primary" : "ReplicationMode.Secondary");
        return other with { Settings = settings };
    });

    private static Gen<Layer> Below(Layer layer, Host host) =>
        from place in Gen.Int[0, Math.Max(0, layer.Below.Length - 1)]
        from change in Gen.Int[0, 4]
        from other in Replaced(host)
        select change switch
        {
            0 => layer with { Below = layer.Below.Add(other) },
            1 => layer with { Below = [other, .. layer.Below] },
            2 => layer with { Below = [.. layer.Below.Reverse()] },
            3 when layer.Below.Length > 0 => layer with { Below = layer.Below.RemoveAt(place) },
            4 when layer.Below.Length > 0 => layer with { Below = layer.Below.Insert(place, layer.Below[place]) },
            _ => layer,
        };

    /// <summary>Below another layer, or what stands below it in its place.</summary>
    private static Gen<Layer> Above(Layer layer, Host host) =>
        from change in Gen.Int[0, 5]
        from other in Replaced(host)
        from overlay in Layers.InFile("Qcow2", "Raw", "Vmdk")
        select change switch
        {
            0 => Layers.Quorum([layer], 1, []),
            1 => Layers.Quorum([layer, other], 1, []),
            2 => Layers.Fifo(layer, other),
            3 => Layers.Replication("Primary", layer),
            4 => Layers.Replication("Secondary", layer),
            _ => layer.Below.IsEmpty ? overlay.With("File", HostText.Literal(Host.Place + "overlay")) with { Below = [layer] } : layer.Below[0],
        };

    /// <summary>A layer of the host with all that is below it, or a new one.</summary>
    private static Gen<Layer> Replaced(Host host) => Gen.OneOf<Layer>(
        host.Layers.Any() ? Gen.OneOf(host.Layers.ToArray()) : Layers.Any(writes: true, depth: 0).Select(Named),
        Layers.Any(writes: true, depth: 0).Select(Named),
        Layers.InFile("Bochs", "Cloop", "Dmg").Select(Named));

    private static Gen<Layer> Referring(Layer layer, Host host) =>
        AnyReference(host).Select(Gen.Int[0, 4], (reference, dice) => layer with { Reference = dice == 0 ? null : reference });

    /// <summary>A reference to any layer of the host, to one that it does not have, or to an open one.</summary>
    public static Gen<Reference> AnyReference(Host host) =>
        from dev in Gen.OneOf([.. host.Trees.Select(tree => tree.Dev), "nope"])
        from index in Gen.Frequency<int>((4, Gen.Const(0)), (4, Gen.Int[1, 4]), (1, Gen.OneOf(-1, 900, int.MaxValue)))
        from dice in Gen.Int[0, 5]
        select new Reference(dev, index, IsOpen: dice == 0);

    private static Gen<Layer> WithAnImageOf(Layer layer, Host host)
    {
        Layer[] others = [.. host.Layers.Where(other => other.Kind == layer.Kind && other.IsSource)];
        return others.Length == 0 || !layer.IsSource
            ? Gen.Const(layer)
            : Gen.OneOf(others).Select(Gen.Bool, (other, isAlike) => isAlike
                ? other with { Below = layer.Below, Reference = layer.Reference }
                : layer with
                {
                    Settings = layer.Settings.SetItems(
                        other.Settings.Where(setting => setting.Key is "File" or "Dev" or "Host" or "Port" or "Socket" or "Export")),
                });
    }

    private static Gen<Layer> OfAnotherMode(Layer layer) => layer.Kind != "Replication"
        ? Gen.Const(layer)
        : Gen.OneOf("ReplicationMode.Primary", "ReplicationMode.Secondary", "(ReplicationMode)99").Select(mode => layer.With("Mode", mode));

    /// <summary>A new layer with an image.</summary>
    private static Layer Named(Layer layer) => layer.Kind switch
    {
        "FileSource" => layer.With("File", HostText.Literal($"{Host.Place}new.{layer.Image}")),
        "BlockSource" => layer.With("Dev", HostText.Literal($"{Host.DevicePlace}new.{layer.Image}")),
        "NbdSource" => layer.With("Export", HostText.Literal(layer.Image + Assembly.Exports)),
        _ => layer,
    };
}
