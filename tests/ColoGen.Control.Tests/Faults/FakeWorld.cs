namespace ColoGen.Control.Tests.Faults;

/// <summary>The hosts of one case, and how many of them ran the guest by themselves at one time.</summary>
internal sealed class FakeWorld
{
    private readonly List<FakeMachine> _machines = [];

    public object Gate { get; } = new();

    public IReadOnlyList<FakeMachine> Machines => _machines;

    public int MostWriters { get; private set; }

    public FakeMachine Add(string name, IBlockdevArguments host, bool waitsForMigration)
    {
        FakeMachine machine = new(this, name, host, waitsForMigration);
        _machines.Add(machine);
        return machine;
    }

    /// <summary>Counts the hosts that run one guest.</summary>
    public void Count() => MostWriters = Math.Max(
        MostWriters, _machines.Where(machine => machine.IsWriter).GroupBy(machine => machine.Guest).Select(hosts => hosts.Count()).DefaultIfEmpty().Max());

    /// <summary>The other end notices.</summary>
    public void Lost(FakeMachine dead)
    {
        foreach (FakeMachine machine in _machines.Where(machine => machine.Partner == dead)) machine.LoseColo();
    }
}
