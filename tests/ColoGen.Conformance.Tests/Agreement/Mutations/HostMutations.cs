using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mutations;

/// <summary>Random hosts over the whole surface: valid ones with one to three changes of any kind.</summary>
internal static class HostMutations
{
    public static Gen<Host> AnyHost { get; } =
        from host in Hosts.Any
        from count in Gen.Int[1, 3]
        from mutated in Mutated(host, count)
        select WithImages(mutated);

    private static Gen<Host> Mutated(Host host, int count) => count == 0 ? Gen.Const(host) : Of(host).SelectMany(mutated => Mutated(mutated, count - 1));

    private static Gen<Host> Of(Host host)
    {
        if (host.Trees.IsEmpty) return OfDomain(host);
        Gen<Host> ofLayer =
            from number in Gen.Int[0, host.Layers.Count() - 1]
            from layer in LayerMutations.Of(host.Layers.ElementAt(number), host)
            select WithLayer(host, number, layer);
        Gen<Host> ofTree =
            from number in Gen.Int[0, host.Trees.Length - 1]
            from tree in TreeMutations.Of(host.Trees[number], host)
            select host with { Trees = host.Trees.SetItem(number, tree) };
        return Gen.Frequency<Host>((8, ofLayer), (6, ofTree), (1, OfTrees(host)), (2, OfDomain(host)));
    }

    /// <summary>Trees more, fewer or in another order.</summary>
    private static Gen<Host> OfTrees(Host host) =>
        from number in Gen.Int[0, host.Trees.Length - 1]
        from dev in Gen.OneOf("vdm", "sdm", "copy")
        from change in Gen.Int[0, 3]
        select host with
        {
            Trees = change switch
            {
                0 => host.Trees.RemoveAt(number),
                1 => host.Trees.Add(host.Trees[number]),
                2 => host.Trees.Add(host.Trees[number] with { Dev = dev }),
                _ => [.. host.Trees.Reverse()],
            },
        };

    private static Gen<Host> OfDomain(Host host)
    {
        Gen<Host> set =
            from setting in Gen.OneOf(Surface.Of("Domain").Keys.ToArray())
            from value in Surface.Of("Domain")[setting]
            select host with { Domain = (host.Domain ?? Hosts.Domain("pc")).SetItem(setting, value) };
        Gen<Host> named = Surface.Of("NbdExport")["Name"].Select(name => host with { Domain = (host.Domain ?? Hosts.Domain("q35")).SetItem("Name", name) });
        return host.Domain is null
            ? Gen.Frequency<Host>((2, Gen.OneOf("pc", "q35").Select(machine => host with { Domain = Hosts.Domain(machine) })), (1, set))
            : Gen.Frequency<Host>(
                (3, set), (1, named), (1, Gen.OneOf(host.Domain.Keys.ToArray()).Select(name => host with { Domain = host.Domain.Remove(name) })));
    }

    private static Host WithLayer(Host host, int number, Layer layer)
    {
        for (int place = 0; ; place++)
        {
            Tree tree = host.Trees[place];
            int count = tree.Top.PreOrder().Count();
            if (number < count) return host with { Trees = host.Trees.SetItem(place, tree with { Top = WithLayer(tree.Top, number, layer) }) };
            number -= count;
        }
    }

    private static Layer WithLayer(Layer top, int number, Layer layer)
    {
        if (number == 0) return layer;
        number--;
        for (int place = 0; ; place++)
        {
            int count = top.Below[place].PreOrder().Count();
            int below = number;
            if (number < count) return top.WithBelow(child => WithLayer(child, below, layer), place);
            number -= count;
        }
    }

    /// <summary>With images that are what the layers declare, as only their users can know whether they are.</summary>
    private static Host WithImages(Host host) => host with { Trees = [.. host.Trees.Select(tree => tree.WithTop(WithImage))] };

    private static Layer WithImage(Layer layer)
    {
        string format = layer.Settings.GetValueOrDefault("Format", "").Replace("DiskFormat.", "");
        string image = format switch
        {
            "" or "Unspecified" or "(DiskFormat)99" => "raw",
            "Qcow2" when layer.IsEncrypted => "encrypted",
            _ => format.ToLowerInvariant(),
        };
        return layer with { Image = layer.IsSource ? image : "", Below = [.. layer.Below.Select(WithImage)] };
    }
}
