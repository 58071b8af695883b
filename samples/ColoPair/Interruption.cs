using System.Runtime.InteropServices;

namespace ColoPair;

/// <summary>Ctrl-C, SIGTERM and a closed terminal as a token, so that what was started is ended and what was created is deleted.</summary>
internal sealed class Interruption : IDisposable
{
    private const int FirstSignalStatus = 128;

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        Register(PosixSignal.SIGHUP, 1),
        Register(PosixSignal.SIGINT, 2),
        Register(PosixSignal.SIGQUIT, 3),
        Register(PosixSignal.SIGTERM, 15),
    ];

    public CancellationToken Token => _stop.Token;

    /// <summary>As a shell has it for a program that a signal has ended; null where there was none.</summary>
    public int? ExitStatus { get; private set; }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        ExitStatus ??= FirstSignalStatus + number;
        _stop.Cancel();
    });
}
