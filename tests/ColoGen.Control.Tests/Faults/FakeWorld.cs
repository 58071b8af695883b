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

    public void Count() => MostWriters = Math.Max(MostWriters, _machines.Count(machine => machine.IsWriter));

    /// <summary>The others notice.</summary>
    public void Lost(FakeMachine dead)
    {
        foreach (FakeMachine machine in _machines.Where(machine => machine != dead)) machine.LoseColo();
    }
}
