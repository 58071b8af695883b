using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColoGen.TestInfrastructure;

/// <summary>A domain that libvirt has started.</summary>
public sealed class LibvirtDomain
{
    private readonly Libvirt _libvirt;

    internal LibvirtDomain(Libvirt libvirt, string name)
    {
        _libvirt = libvirt;
        Name = name;
    }

    /// <summary>The name of the domain.</summary>
    public string Name { get; }

    /// <summary>Sends a QMP command to the domain's QEMU and gives back its return value.</summary>
    /// <exception cref="LibvirtException">libvirt could not send it, or QEMU answered with an error.</exception>
    public async Task<JsonElement> MonitorCommandAsync(string qmpJson, CancellationToken cancellationToken = default)
    {
        // The text made here has no line ends, tabs, apostrophes or characters beyond ASCII, which virsh would act on.
        string request = JsonNode.Parse(qmpJson)!.ToJsonString();
        JsonElement reply = JsonElement.Parse(await _libvirt.RunAsync(
            $"qemu-monitor-command {ShellWords.Quote(Name)} {ShellWords.Quote(request)}", cancellationToken));
        return reply.TryGetProperty("error", out JsonElement error)
            ? throw new LibvirtException($"{request}: {error.GetProperty("desc").GetString()}")
            : reply.GetProperty("return");
    }

    /// <summary>All block nodes.</summary>
    public async Task<IReadOnlyList<QemuNode>> NodesAsync(CancellationToken cancellationToken = default) =>
        QemuNode.List(await MonitorCommandAsync(QemuNode.Query, cancellationToken));

    /// <summary>Kills the domain's QEMU.</summary>
    /// <exception cref="LibvirtException">It does not run.</exception>
    public Task DestroyAsync() =>
        _libvirt.RunAsync("destroy " + ShellWords.Quote(Name), CancellationToken.None);
}
