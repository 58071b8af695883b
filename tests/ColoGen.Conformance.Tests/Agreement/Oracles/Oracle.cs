using System.Collections.Concurrent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ColoGen.Conformance.Tests.Agreement.Oracles;

/// <summary>The real programs, for several tests at once.</summary>
/// <param name="console">Where a test that passes can print something, too.</param>
public sealed class Oracle(IMessageSink console) : IAsyncLifetime
{
    private readonly ConcurrentBag<Bench> _benches = [];
    private readonly Lazy<Task<Libvirt>> _libvirt = new(() => Libvirt.StartAsync());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (Bench bench in _benches) await bench.DisposeAsync();
        if (_libvirt.IsValueCreated) await (await _libvirt.Value).DisposeAsync();
    }

    internal void Print(string counts) => console.OnMessage(new DiagnosticMessage(counts));

    /// <summary>Works on a bench that nobody else uses meanwhile.</summary>
    internal async Task WithBenchAsync(Func<Bench, Task> work)
    {
        if (!_benches.TryTake(out Bench? bench)) bench = new Bench();
        try
        {
            await work(bench);
        }
        finally
        {
            _benches.Add(bench);
        }
    }

    /// <param name="hasSecrets">libvirt keeps passphrases in a daemon, so that it can't make a command line with them here.</param>
    /// <returns>What libvirt refused; null where it made a QEMU command line of the domain.</returns>
    internal Task<Refusal?> RunLibvirtAsync(string domain, bool hasSecrets) => Refusal.OfAsync(Stage.Libvirt, async () =>
    {
        Libvirt libvirt = await _libvirt.Value;
        if (hasSecrets) await libvirt.DefineAsync(domain);
        else await AskNativeAsync(libvirt, domain);
    });

    /// <summary>Lets libvirt check the domain against its schema, and then make a command line of it, if it has no secrets.</summary>
    /// <inheritdoc cref="RunLibvirtAsync"/>
    internal Task<Refusal?> RunLibvirtWithSchemaAsync(string domain, bool hasSecrets) => Refusal.OfAsync(Stage.Libvirt, async () =>
    {
        Libvirt libvirt = await _libvirt.Value;
        await libvirt.DefineAsync(domain);
        if (!hasSecrets) await AskNativeAsync(libvirt, domain);
    });

    /// <summary>
    /// virsh was seen to give no answer for two minutes to what takes milliseconds, once in about ten runs of all tests and never for the same domain again. So
    /// another virsh is asked then, and what the first one was doing is printed.
    /// </summary>
    private async Task AskNativeAsync(Libvirt libvirt, string domain)
    {
        try
        {
            await libvirt.NativeAsync(domain);
        }
        catch (TimeoutException exception)
        {
            Print(exception.Message);
            await libvirt.NativeAsync(domain);
        }
    }
}
