using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ColoGen.Control.Tests.Faults;

/// <summary>A fake machine's monitor, and the one command at which something becomes of it.</summary>
internal sealed class FakeQemu : IAsyncDisposable
{
    /// <summary>Real time, after which a client waits for the command that it has sent, and has what was answered before.</summary>
    private static readonly TimeSpan s_sent = TimeSpan.FromMilliseconds(50);

    /// <summary>Real time, after which what is sent out of band has been answered.</summary>
    private static readonly TimeSpan s_answered = TimeSpan.FromMilliseconds(200);

    private readonly FakeWorld _world;
    private readonly VirtualClock? _clock;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _clients = [];
    private readonly Task _serving;

    /// <summary>Whether no reply comes before time passes.</summary>
    private readonly Func<bool> _isSilent;

    /// <summary>When a late command is executed, on the clock; 0 while there is none.</summary>
    private long _lateUntil;

    /// <summary>Whether it is stuck, and has answered what was sent out of band.</summary>
    private volatile bool _isStuckForLong;

    public FakeQemu(FakeWorld world, FakeMachine machine, string folder, VirtualClock? clock)
    {
        _world = world;
        _clock = clock;
        Machine = machine;
        _isSilent = () => IsSilent;
        Path = System.IO.Path.Combine(folder, Guid.NewGuid().ToString("N")[..12]);
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen();
        machine.Happened += (name, data) =>
        {
            JsonObject message = new() { ["event"] = name, ["data"] = data, ["timestamp"] = new JsonObject { ["seconds"] = 1, ["microseconds"] = 0 } };
            foreach (Socket client in Clients) Say(client, message);
        };
        _serving = Task.Run(ServeAllAsync);
    }

    /// <summary>After all that waits for a reply has given it up.</summary>
    public static TimeSpan Late { get; } = TimeSpan.FromSeconds(7);

    public FakeMachine Machine { get; }

    /// <summary>The host for which it answers.</summary>
    public FakeMachine? Other { get; set; }

    public string Path { get; }

    /// <summary>The commands since <see cref="Arm"/>.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>How many commands it has answered in time since <see cref="Arm"/>.</summary>
    public int Answers { get; private set; }

    /// <summary>Called when the command at the position of <see cref="Arm"/> has come. Gives back whether it is executed after all.</summary>
    public Func<string, Task<bool>>? Reached { get; set; }

    /// <summary>For the client that connects to it.</summary>
    public QmpClientOptions ClientOptions => _clock is null ? new() : new() { TimeProvider = _clock.OfClient(_isSilent) };

    /// <summary>Whether it executes a command that nobody waits for.</summary>
    public bool IsExecutingLate => _lateUntil > 0 && !IsLate;

    private bool IsLate => _clock?.GetTimestamp() < _lateUntil;

    private bool IsSilent => Machine.IsFrozen || _isStuckForLong || IsLate;

    private Fault Fault { get; set; }

    private int Position { get; set; } = -1;

    private Socket[] Clients
    {
        get
        {
            lock (_clients)
            {
                return [.. _clients];
            }
        }
    }

    /// <summary>Whether another host's reply comes.</summary>
    public static bool IsWrongAnswer(Fault fault) => fault is Fault.AnswersForOther or Fault.AnswersForPartner;

    /// <summary>From now on commands are counted, and the one at the position, from 0, brings the fault.</summary>
    public void Arm(Fault fault, int position)
    {
        if (IsWrongAnswer(fault) && Other is null) throw new InvalidOperationException($"{fault} needs {nameof(Other)}.");
        lock (_world.Gate)
        {
            Heard.Clear();
            Answers = 0;
            (Fault, Position) = (fault, position);
        }
    }

    /// <summary>As SIGKILL: the host is gone, and its connection with it.</summary>
    public void Kill()
    {
        lock (_world.Gate)
        {
            Machine.Kill();
        }

        Disconnect();
    }

    /// <summary>Its connections are lost; it lives on.</summary>
    public void Disconnect()
    {
        foreach (Socket client in Clients) client.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Disconnect();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAllAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptAsync(_stop.Token);
                if (Machine.IsDead)
                {
                    client.Dispose();
                    continue;
                }

                lock (_clients)
                {
                    _clients.Add(client);
                }

                connections.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            Say(client, JsonNode.Parse(Qmp.FakeServer.Greeting)!.AsObject());
            using StreamReader reader = new(new NetworkStream(client), Encoding.UTF8);
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (!await HandleAsync(client, JsonNode.Parse(line)!.AsObject())) return;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task<bool> HandleAsync(Socket client, JsonObject line)
    {
        string command = (line["execute"] ?? line["exec-oob"])!.GetValue<string>();
        Fault fault;
        bool isReached;
        lock (_world.Gate)
        {
            isReached = Heard.Count == Position;
            fault = isReached ? Fault : Fault.None;
            Heard.Add(command);
            if (fault == Fault.IsStuck) Machine.IsStuck = true;
            if (fault == Fault.Dies) Machine.Kill();
        }

        if (isReached && Reached is not null && !await Reached(command)) return false;

        if (fault is Fault.Hangs or Fault.IsLate) await Task.Delay(s_sent, _stop.Token);
        if (fault == Fault.Hangs) Machine.IsFrozen = true;
        _clock?.Changed();
        while (Machine.IsFrozen) await Task.Delay(5, _stop.Token);
        if ((Machine.IsStuck || Machine.IsWaiting) && !line.ContainsKey("exec-oob"))
        {
            _ = BeStuckAsync();
            return true;
        }

        switch (fault)
        {
            case Fault.Dies:
                Disconnect();
                return false;
            case Fault.Closes:
                client.Dispose();
                return false;
            case Fault.IsLate:
                await BeLateAsync();
                break;
        }

        FakeMachine machine = IsWrongAnswer(fault) ? Other! : Machine;
        JsonObject reply = fault == Fault.Refuses ? Error("Injected") : Execute(machine, command, line["arguments"] as JsonObject ?? []);
        if (fault == Fault.ClosesAfter)
        {
            client.Dispose();
            return false;
        }

        if (line["id"] is { } id) reply["id"] = id.DeepClone();
        if (fault != Fault.IsLate) Answers++;
        Say(client, reply);
        _lateUntil = 0;
        _clock?.Changed();
        return true;
    }

    private async Task BeStuckAsync()
    {
        await Task.Delay(s_answered);
        _isStuckForLong = true;
        _clock?.Changed();
    }

    private async Task BeLateAsync()
    {
        // On a slow machine, a client that has sent a command may not wait for the reply yet: nobody would be there to whom the host is late.
        for (int tries = 0; tries < 1000 && _clock?.HasTimerOf(_isSilent) == false; tries++) await Task.Delay(5, _stop.Token);

        // Time does not pass before the host is silent, so the delay begins first.
        Task delay = Task.Delay(Late, _clock ?? TimeProvider.System, _stop.Token);
        if (_clock is not null) _lateUntil = _clock.GetTimestamp() + Late.Ticks;
        _clock?.Changed();
        await delay;
    }

    private JsonObject Execute(FakeMachine machine, string command, JsonObject arguments)
    {
        lock (_world.Gate)
        {
            try
            {
                return new() { ["return"] = machine.Execute(command, (JsonObject)arguments.DeepClone()) };
            }
            catch (FakeRefusal refusal)
            {
                return Error(refusal.Message, refusal.Class);
            }
        }
    }

    private static JsonObject Error(string description, string errorClass = "GenericError") =>
        new() { ["error"] = new JsonObject { ["class"] = errorClass, ["desc"] = description } };

    private static void Say(Socket client, JsonObject message)
    {
        try
        {
            client.Send(Encoding.UTF8.GetBytes(message.ToJsonString() + "\r\n"));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
        }
    }
}
