using System.Diagnostics;

namespace ColoGen.Control.Tests;

/// <summary>Two network namespaces with a cable between them; gone when it is disposed of.</summary>
internal sealed class TwoNetworks : IDisposable
{
    public const string FirstAddress = "10.99.7.1";
    public const string SecondAddress = "10.99.7.2";

    private static int s_count;

    private readonly string _name = $"cg{Environment.ProcessId}n{Interlocked.Increment(ref s_count)}";

    public TwoNetworks()
    {
        try
        {
            Ip("netns", "add", First);
            Ip("netns", "add", Second);
            Ip("link", "add", "cable", "netns", First, "type", "veth", "peer", "name", "cable", "netns", Second);
            foreach ((string name, string address) in new[] { (First, FirstAddress), (Second, SecondAddress) })
            {
                Ip("-n", name, "address", "add", $"{address}/24", "dev", "cable");
                Ip("-n", name, "link", "set", "cable", "up");
                Ip("-n", name, "link", "set", "lo", "up");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string First => _name + "a";

    public string Second => _name + "b";

    /// <summary>Pulls the cable: what is sent arrives nowhere, and nobody is told.</summary>
    public void Cut() => Ip("-n", First, "link", "set", "cable", "down");

    public void Dispose()
    {
        foreach (string name in new[] { First, Second })
        {
            if (File.Exists($"/run/netns/{name}")) Ip("netns", "delete", name);
        }
    }

    private static void Ip(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: {error}");
    }
}
