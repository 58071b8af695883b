using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Declarations;

/// <summary>Random hosts in which nothing is wrong.</summary>
internal static class Hosts
{
    private static readonly Gen<Settings?> s_domain = Gen.OneOf("", "pc", "q35").Select(machine => machine == "" ? null : Domain(machine));

    public static Gen<Host> Any { get; } =
        from domain in s_domain
        from mode in Gen.OneOf("", "", "", "Primary", "Secondary")
        from count in Gen.Int[1, 4]
        from trees in Groups(Machine(domain), mode, place: 0, mode == "Secondary" ? (count + 1) / 2 : count)
        from order in Gen.Shuffle(Enumerable.Range(0, trees.Length).ToArray())
        let host = Assembly.Of(new Host(domain, [.. trees]), References.ToWhatStays)
        select host with { Trees = [.. order.Select(place => host.Trees[place])] };

    /// <summary>Hosts whose trees stand on each other, rightly or wrongly.</summary>
    public static Gen<Host> Entangled { get; } =
        from domain in s_domain
        from secondary in Gen.OneOf<Tree[]>(Gen.Const(Array.Empty<Tree>()), Trees.Secondary(0))
        from others in Trees.Overlay(1, Machine(domain))
            .Select(Trees.Overlay(2, Machine(domain)), Trees.Overlay(3, Machine(domain)), (one, two, three) => new[] { one, two, three })
        select Assembly.Of(new Host(domain, [.. secondary.Reverse(), .. others]), References.ToAnything);

    /// <summary>Hosts whose first trees are these, and in which no tree stands on another but by these.</summary>
    /// <param name="first">From the machine.</param>
    public static Gen<Host> With(Func<string, Gen<Tree[]>> first) =>
        from domain in s_domain
        from subject in first(Machine(domain))
        from count in Gen.Int[0, 2]
        from others in Groups(Machine(domain), mode: "", place: 2, count)
        select Assembly.Of(new Host(domain, [.. subject, .. others]), References.None);

    /// <summary>Hosts whose first tree is a disk that the guest writes, of these layers.</summary>
    public static Gen<Host> WithDisk(Gen<Layer> top) => With(_ => Trees.WrittenDisk(0, top).Select(tree => new[] { tree }));

    public static Settings Domain(string machine) => Settings.Empty
        .Add("Name", "\"agreement\"").Add("MemoryMiB", "64").Add("Machine", HostText.Literal(machine)).Add("Type", "DomainType.Qemu");

    private static string Machine(Settings? domain) => new Host(domain, []).Machine;

    private static Gen<Tree[]> Groups(string machine, string mode, int place, int count)
    {
        if (count == 0) return Gen.Const(Array.Empty<Tree>());
        Gen<Tree[]> any = Gen.OneOf<Tree>(Trees.GuestDisk(place, machine), Trees.GuestDisk(place, machine), Trees.HostDisk(place))
            .Select(tree => new[] { tree });
        Gen<Tree[]> group = mode switch
        {
            "Primary" => Gen.OneOf<Tree[]>(any, Trees.Primary(place).Select(tree => new[] { tree })),
            "Secondary" => Gen.Frequency<Tree[]>((1, any), (2, Trees.Secondary(place))),
            _ => any,
        };
        return group.Select(Groups(machine, mode, place + 1, count - 1), (first, rest) => (Tree[])[.. first, .. rest]);
    }
}
