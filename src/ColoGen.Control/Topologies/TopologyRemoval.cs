using System.Text.Json;
using ColoGen.Control.Hosts;

namespace ColoGen.Control.Topologies;

/// <summary>Sends the commands that remove a topology, and waits until the guest has released each device.</summary>
/// <param name="client">The connection to QEMU.</param>
/// <param name="releaseTimeout">The longest time for the guest to release one device.</param>
internal sealed class TopologyRemoval(QmpClient client, TimeSpan releaseTimeout)
{
    /// <summary>The class of QEMU's error for a device that is not there.</summary>
    private const string DeviceNotFound = "DeviceNotFound";

    /// <summary>A part of QEMU's message for a device that the guest was asked to release before. The error has no class of its own.</summary>
    private const string IsBeingReleased = "is already in the process of unplug";

    /// <summary>How long the wait for a device's event goes on before it looks for the device.</summary>
    private static readonly TimeSpan s_deviceInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>QEMU frees a device's node some time after the event: in a callback of its RCU thread.</summary>
    private static readonly TimeSpan s_nodeTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_nodeInterval = TimeSpan.FromMilliseconds(20);

    public async Task RemoveAsync(IEnumerable<GeneratedCommand> commands, CancellationToken cancellationToken)
    {
        using QmpEvents events = client.Subscribe(QemuNames.Events.DeviceDeleted, QemuNames.Events.DeviceUnplugGuestError);
        foreach (GeneratedCommand command in commands)
        {
            switch (command.Name)
            {
                case QemuNames.Commands.DeviceDel:
                    await RemoveDeviceAsync(command, events, cancellationToken).ConfigureAwait(false);
                    break;
                case QemuNames.Commands.BlockdevDel:
                    await RemoveNodeAsync(command, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    await RemoveObjectAsync(command, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async Task RemoveDeviceAsync(GeneratedCommand command, QmpEvents events, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(command, cancellationToken).ConfigureAwait(false);
        }
        catch (QmpException refusal) when (refusal.Class == DeviceNotFound)
        {
            return;
        }
        catch (QmpException refusal) when (refusal.Description.Contains(IsBeingReleased, StringComparison.Ordinal))
        {
        }

        await WaitUntilReleasedAsync(command.Id!, events, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>QEMU sends no event for a controller that it keeps a reference to, such as qemu-xhci, so the wait also looks for the device.</summary>
    private async Task WaitUntilReleasedAsync(string device, QmpEvents events, CancellationToken cancellationToken)
    {
        long start = client.TimeProvider.GetTimestamp();
        while (true)
        {
            bool isLate = releaseTimeout != Timeout.InfiniteTimeSpan && client.TimeProvider.GetElapsedTime(start) >= releaseTimeout;
            try
            {
                QmpEvent answer = await events.WaitForAnyAsync(
                    $"{QemuNames.Events.DeviceDeleted} of '{device}'",
                    isLate ? TimeSpan.Zero : s_deviceInterval,
                    item => item.GetString(QemuNames.Members.Device) == device,
                    cancellationToken).ConfigureAwait(false);
                if (answer.Name == QemuNames.Events.DeviceDeleted) return;
                throw new InvalidOperationException($"The guest of {client.Name} refused to release the device '{device}' ({answer.Name}).");
            }
            catch (QmpTimeoutException late)
            {
                if (!await IsListedAsync(QomTree.Peripherals, device, cancellationToken).ConfigureAwait(false)) return;
                if (!isLate) continue;
                throw new QmpTimeoutException(
                    late.Command,
                    $"The guest of {client.Name} did not release the device '{device}' within {releaseTimeout.TotalSeconds} s. It does when its operating "
                    + "system runs and supports hotplug, or at its next reset.");
            }
        }
    }

    private async Task RemoveNodeAsync(GeneratedCommand command, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(s_nodeTimeout, client.TimeProvider);
        while (await HasNodeAsync(command.Node!, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await SendAsync(command, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (QmpException) when (!late.IsCancellationRequested)
            {
                await Task.Delay(s_nodeInterval, client.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> HasNodeAsync(string node, CancellationToken cancellationToken)
    {
        JsonElement nodes = await client.ExecuteAsync(
            QemuNames.Commands.QueryBlockNodes, writer => writer.WriteBoolean("flat", true), null, cancellationToken).ConfigureAwait(false);
        return nodes.EnumerateArray().Any(item => item.GetProperty(QemuNames.Members.NodeName).GetString() == node);
    }

    private async Task RemoveObjectAsync(GeneratedCommand command, CancellationToken cancellationToken)
    {
        if (await IsListedAsync(QomTree.Objects, command.Id!, cancellationToken).ConfigureAwait(false))
        {
            await SendAsync(command, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsListedAsync(string path, string name, CancellationToken cancellationToken) =>
        (await QomTree.ListAsync(client, path, cancellationToken).ConfigureAwait(false)).Any(item => item.Name == name);

    private Task<JsonElement> SendAsync(GeneratedCommand command, CancellationToken cancellationToken) =>
        client.ExecuteLineAsync(command.Line, cancellationToken: cancellationToken);
}
