using System.Text.Json.Nodes;

namespace ColoGen.Control.Tests.Faults;

/// <summary>What a host of a pair does, as far as the controller can tell it from a QEMU: guest, migration, COLO, exports and jobs.</summary>
internal sealed class FakeMachine(FakeWorld world, string name, IBlockdevArguments host, bool waitsForMigration)
{
    private readonly HashSet<string> _capabilities = [];
    private readonly Dictionary<string, string> _exports = [];
    private readonly List<string> _jobs = [];
    private readonly Dictionary<string, string> _objects = [];
    private string? _server;
    private string _lastMode = "none";
    private string? _migration;

    public string Name => name;

    public FakeGraph Graph { get; } = new(host);

    public bool IsDead { get; private set; }

    /// <summary>Stopped by a signal: alive, and doing nothing.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Whether its main loop hangs: it executes commands only out of band.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Whether its main loop waits for the other host, until that is dead or the connection is shut down.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Whether <c>query-yank</c> has the connections that it should have.</summary>
    public bool ListsConnections { get; set; } = true;

    public bool HasKvm { get; set; } = true;

    public string Mode { get; private set; } = "none";

    public string Status { get; set; } = waitsForMigration ? "inmigrate" : "prelaunch";

    /// <summary>Its <c>x-checkpoint-delay</c>.</summary>
    public long CheckpointDelay { get; set; } = 20_000;

    public int Jobs => _jobs.Count;

    /// <summary>Whether its mirrors have copied everything.</summary>
    public bool AreJobsReady { get; set; } = true;

    /// <summary>Whether a migration that it takes becomes COLO at once.</summary>
    public bool EntersColo { get; set; } = true;

    public bool IsRunning => Status == "running" && !IsDead && !IsFrozen;

    /// <summary>Whether its guest stays stopped when it leaves COLO, as after a start that hangs.</summary>
    public bool StaysStopped { get; set; }

    /// <summary>Whether its guest runs outside of COLO: of those there may be one.</summary>
    public bool IsWriter => IsRunning && Mode == "none";

    /// <summary>The guest that it has: the name of the machine that it was started on. Null for a secondary that was in no COLO.</summary>
    public string? Guest { get; private set; } = waitsForMigration ? null : name;

    /// <summary>The other end of its migration.</summary>
    public FakeMachine? Partner { get; private set; }

    /// <summary>Whether a controller has left its object in it.</summary>
    public bool HasToken => _objects.Count > 0;

    /// <summary>Where the migration goes that this host waits for.</summary>
    public string? Incoming { get; private set; }

    public Action<string, JsonObject>? Happened { get; set; }

    /// <summary>What commands can change, as text, but for its token.</summary>
    public string State => string.Join(
        '\n',
        $"{Mode} {Status} {_migration} {Incoming} {_server} {CheckpointDelay}",
        string.Join(' ', _capabilities.Order()),
        string.Join(' ', _exports.Keys.Order()),
        string.Join(' ', _jobs.Order()),
        Graph.Nodes().ToJsonString(),
        Graph.Edges(_exports.Values).ToJsonString());

    public void Kill()
    {
        IsDead = true;
        world.Lost(this);
    }

    public void LoseColo()
    {
        IsWaiting = false;
        if (Mode != "none") Happen("COLO_EXIT", new() { ["mode"] = Mode, ["reason"] = "error" });
    }

    /// <summary>The mirrors have copied everything, and it says so.</summary>
    public void FinishCopy()
    {
        AreJobsReady = true;
        foreach (string job in _jobs) Happen("BLOCK_JOB_READY", new() { ["device"] = job, ["type"] = "mirror" });
    }

    /// <summary>COLO runs on it as the primary.</summary>
    public void EnterColo()
    {
        (Mode, Status, _migration) = ("primary", "running", "colo");
        Happen("RESUME", []);
    }

    public bool TakeMigration(FakeMachine from)
    {
        if (IsDead || IsFrozen || Status != "inmigrate" || !_capabilities.Contains("x-colo")) return false;
        (Guest, Partner) = (from.Guest, from);
        (Mode, Status, _migration) = ("secondary", "running", "colo");
        return true;
    }

    public JsonNode Execute(string command, JsonObject arguments)
    {
        JsonNode reply = ExecuteNow(command, arguments);
        world.Count();
        return reply;
    }

    private JsonNode ExecuteNow(string command, JsonObject arguments)
    {
        switch (command)
        {
            case "qmp_capabilities" or "qmp_quit":
                break;
            case "yank":
                IsWaiting = false;
                break;
            case "query-yank" when !ListsConnections:
                return new JsonArray();
            case "query-yank":
                return new JsonArray(
                    [
                        .. Graph.NbdNodes.Select(node => new JsonObject { ["type"] = "block-node", ["node-name"] = node }),
                        .. Mode == "none" ? Array.Empty<JsonObject>() : [new JsonObject { ["type"] = "migration" }],
                    ]);
            case "query-kvm":
                return new JsonObject { ["enabled"] = HasKvm, ["present"] = true };
            case "query-status":
                return new JsonObject { ["status"] = Status, ["running"] = Status == "running" };
            case "query-colo-status":
                return new JsonObject { ["mode"] = Mode, ["last-mode"] = _lastMode, ["reason"] = "none" };
            case "query-migrate":
                return MigrationStatus();
            case "query-migrate-parameters":
                return new JsonObject { ["x-checkpoint-delay"] = CheckpointDelay };
            case "query-migrate-capabilities":
                return new JsonArray([.. _capabilities.Select(item => new JsonObject { ["capability"] = item, ["state"] = true })]);
            case "query-jobs":
                return new JsonArray(
                    [
                        .. _jobs.Select(job => new JsonObject
                        {
                            ["id"] = job,
                            ["type"] = "mirror",
                            ["status"] = AreJobsReady ? "ready" : "running",
                            ["current-progress"] = 1,
                            ["total-progress"] = 1,
                        }),
                    ]);
            case "query-named-block-nodes":
                return Graph.Nodes();
            case "x-debug-query-block-graph":
                return Graph.Edges(_exports.Values);
            case "query-block-exports":
                return new JsonArray(
                    [
                        .. _exports.Select(item => new JsonObject
                        {
                            ["id"] = item.Key,
                            ["node-name"] = item.Value,
                            ["type"] = "nbd",
                            ["shutting-down"] = false,
                        }),
                    ]);
            case "migrate-set-capabilities":
                foreach (JsonNode? item in arguments["capabilities"]!.AsArray()) _capabilities.Add(item!["capability"]!.GetValue<string>());
                break;
            case "migrate-set-parameters":
                CheckpointDelay = arguments["x-checkpoint-delay"]!.GetValue<long>();
                break;
            case "nbd-server-start":
                Require(_server is null, "NBD server already running");
                _server = Address(arguments["addr"]!["data"]!);
                break;
            case "nbd-server-stop":
                Require(_server is not null, "NBD server not running");
                _server = null;
                _exports.Clear();
                break;
            case "block-export-add":
                Require(_server is not null, "NBD server not running");
                Require(_exports.TryAdd(Text("id"), Text("node-name")), $"Block export id '{Text("id")}' is already in use");
                break;
            case "block-export-del":
                Require(_exports.Remove(Text("id")), "Export not found");
                break;
            case "migrate-incoming":
                Require(Incoming is null, "The incoming migration has already been started");
                Incoming = Text("uri");
                break;
            case "object-add":
                Require(_objects.TryAdd(Text("id"), Text("identity")), $"attempt to add duplicate property '{Text("id")}' to object (type 'container')");
                break;
            case "object-del":
                Require(_objects.Remove(Text("id")), $"object '{Text("id")}' not found");
                break;
            case "qom-get":
                if (_objects.TryGetValue(Text("path").Split('/')[^1], out string? identity)) return JsonValue.Create(identity);
                throw new FakeRefusal($"Device '{Text("path")}' not found", "DeviceNotFound");
            case "blockdev-add" when Text("driver") == "nbd":
                Require(world.Machines.Any(machine => machine.Exports(Address(arguments["server"]!))), "Failed to connect: Connection refused");
                Graph.Add(arguments);
                break;
            case "blockdev-add":
                Graph.Add(arguments);
                break;
            case "blockdev-del":
                Graph.Remove(Text("node-name"));
                break;
            case "x-blockdev-change" when arguments.ContainsKey("node"):
                Graph.Attach(Text("parent"), Text("node"));
                break;
            case "x-blockdev-change":
                Graph.Detach(Text("parent"), Text("child"));
                break;
            case "blockdev-mirror":
                _jobs.Add(Text("job-id"));
                break;
            case "block-job-cancel":
                Require(_jobs.Remove(Text("device")), "Device not active");
                Happen(
                    arguments.ContainsKey("force") ? "BLOCK_JOB_CANCELLED" : "BLOCK_JOB_COMPLETED",
                    new() { ["device"] = Text("device"), ["type"] = "mirror" });
                break;
            case "stop":
                Status = "paused";
                break;
            case "cont":
                Require(_migration is not "colo", "Migration is not finalized yet");
                Status = "running";
                break;
            case "migrate":
                Migrate(Text("uri"));
                break;
            case "migrate_cancel":
                _migration = "cancelled";
                break;
            case "x-colo-lost-heartbeat":
                Require(Mode != "none", "The feature 'colo' is not enabled");
                (Mode, _lastMode, Status, _migration) = ("none", Mode, StaysStopped ? "paused" : "running", "completed");
                Happen("COLO_EXIT", new() { ["mode"] = _lastMode, ["reason"] = "request" });
                break;
            default:
                throw new FakeRefusal($"The command {command} has not been found");
        }

        return new JsonObject();

        string Text(string member) => arguments[member]!.GetValue<string>();
    }

    private bool Exports(string address) => !IsDead && _server == address && _exports.Count > 0;

    private static string Address(JsonNode address) => $"{address["host"]}:{address["port"]}";

    private JsonObject MigrationStatus()
    {
        JsonObject status = _migration is null ? [] : new() { ["status"] = _migration };
        if (Incoming?.Split(':') is [_, var host, var port] && Mode == "none" == (Status == "inmigrate"))
        {
            status["socket-address"] = new JsonArray(new JsonObject { ["type"] = "inet", ["host"] = host, ["port"] = port });
        }

        return status;
    }

    private void Migrate(string uri)
    {
        FakeMachine? target = world.Machines.FirstOrDefault(machine => machine.Incoming == uri && !machine.IsDead);
        if (target is null)
        {
            _migration = "failed";
        }
        else if (target.TakeMigration(this))
        {
            Partner = target;
            _migration = "active";
            if (EntersColo) EnterColo();
        }
        else
        {
            _migration = "active";
        }
    }

    private void Happen(string happening, JsonObject data) => Happened?.Invoke(happening, data);

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo) throw new FakeRefusal(otherwise);
    }
}
