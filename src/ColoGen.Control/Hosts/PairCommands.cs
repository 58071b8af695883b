using System.Collections.Immutable;
using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>The generated commands of a pair.</summary>
internal sealed class PairCommands(IColoPair pair)
{
    private static readonly ColoCommands[] s_addingLists = [ColoCommands.PrimaryAttach, ColoCommands.SurvivorAttach, ColoCommands.Mirror];

    private Dictionary<string, string>? _disksByName;

    /// <exception cref="InvalidTopologyException">A rule reports an error about a value of the pair.</exception>
    public IColoPair Pair { get; } = Valid(pair);

    public ImmutableArray<ColoDisk> Disks => Pair.Disks;

    /// <summary>The commands of a list, in order.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public IReadOnlyList<GeneratedCommand> Read(ColoCommands list) => GeneratedCommand.ReadAll(writer => Pair.WriteCommands(list, writer));

    public IReadOnlyList<GeneratedCommand> ReadAttach(ColoInitialRole role) => Read(Attach(role));

    public IReadOnlyList<GeneratedCommand> ReadDetach(ColoInitialRole role) =>
        Read(role == ColoInitialRole.Primary ? ColoCommands.PrimaryDetach : ColoCommands.SurvivorDetach);

    public IReadOnlyList<GeneratedCommand> ReadFailover(ColoInitialRole role) =>
        Read(role == ColoInitialRole.Primary ? ColoCommands.PrimaryFailover : ColoCommands.SurvivorFailover);

    /// <summary>The names of the nodes that a list adds.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public string[] AddedNodes(ColoCommands list) => [.. Read(list).Select(command => command.AddedNode).OfType<string>()];

    /// <summary>Reads every list that a resync or its recovery sends.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public void Validate()
    {
        foreach (ColoCommands list in Enum.GetValues<ColoCommands>()) Read(list);
    }

    /// <summary>The names of the nodes of the replicas on the primary.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public string[] ReplicaNodes(ColoInitialRole role) => AddedNodes(Attach(role));

    /// <summary>Where the secondary waits for the migration; null if that is no TCP address.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public Endpoint? MigrationTarget =>
        FindPrepare(QemuNames.Commands.MigrateIncoming) is { } command && command.Arguments.TryGetProperty("uri", out JsonElement uri)
            ? Endpoint.ReadUri(uri.GetString()!)
            : null;

    /// <summary>Where the secondary exports its disks; null if that is no TCP address.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public Endpoint? NbdServer =>
        FindPrepare(QemuNames.Commands.NbdServerStart) is { } command ? Endpoint.Read(command.Arguments.GetProperty("addr").GetProperty("data")) : null;

    /// <summary>The addresses of the secondary, for messages and tokens.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public string Addresses => $"migration {MigrationTarget}, NBD {NbdServer}";

    /// <summary>The ids of the secondary's exports.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public string[] Exports =>
        [.. Read(ColoCommands.SecondaryPrepare).Where(command => command.Name == QemuNames.Commands.BlockExportAdd).Select(command => command.Id!)];

    /// <summary>The dev of the disk whose nodes, export or job a command names; null if it names none.</summary>
    public string? FindDisk(GeneratedCommand command)
    {
        _disksByName ??= IndexDisks();
        return command.References.Select(_disksByName.GetValueOrDefault).FirstOrDefault(dev => dev is not null);
    }

    private GeneratedCommand? FindPrepare(string name) => Read(ColoCommands.SecondaryPrepare).FirstOrDefault(command => command.Name == name);

    private static ColoCommands Attach(ColoInitialRole role) =>
        role == ColoInitialRole.Primary ? ColoCommands.PrimaryAttach : ColoCommands.SurvivorAttach;

    /// <summary>A node that a list adds belongs to the disk whose names it refers to. Children are added before their parents.</summary>
    private Dictionary<string, string> IndexDisks()
    {
        Dictionary<string, string> disksByName = [];
        foreach (ColoDisk disk in Disks)
        {
            string[] names =
            [
                disk.Root, disk.PrimaryReplica, disk.SurvivorReplica, disk.SecondaryReplica,
                disk.ActiveDisk, disk.HiddenDisk, disk.SecondaryDisk, disk.Export, disk.MirrorJob,
            ];
            foreach (string name in names) disksByName[name] = disk.Dev;
        }

        foreach (GeneratedCommand command in s_addingLists.SelectMany(Read))
        {
            if (command.AddedNode is not { } node || disksByName.ContainsKey(node)) continue;
            if (command.References.Select(disksByName.GetValueOrDefault).FirstOrDefault(dev => dev is not null) is { } dev) disksByName.Add(node, dev);
        }

        return disksByName;
    }

    private static IColoPair Valid(IColoPair pair)
    {
        pair.ThrowIfInvalid(TopologyDocuments.Qmp);
        return pair;
    }
}
