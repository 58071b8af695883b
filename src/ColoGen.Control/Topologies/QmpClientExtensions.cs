using ColoGen.Control.Hosts;
using ColoGen.Control.Topologies;

namespace ColoGen.Control;

/// <summary>Adds the disks of a topology to a running QEMU, and removes them.</summary>
public static class QmpClientExtensions
{
    private static readonly TimeSpan s_releaseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Adds all disks of a topology to a running QEMU: sends the commands of <see cref="IQmp"/>, each after the reply to the one before. If a command fails,
    /// what the call has added is removed again.
    /// </summary>
    /// <remarks>
    /// A virtio disk without a <see cref="PciAddressAttribute"/>, or a controller, is put on the first <c>pcie-root-port</c> that has an <c>id</c> and
    /// <c>hotplug=on</c>, and is free, in the order of the ids. If QEMU has none, the command is sent as it is: the machine pc takes devices on its PCI bus,
    /// q35 does not. Start q35 with <c>-device pcie-root-port,id=rp1,chassis=1</c> and so on, one for each virtio disk and each controller.
    /// </remarks>
    /// <param name="client">The connection to QEMU.</param>
    /// <param name="topology">The topology.</param>
    /// <param name="cancellationToken">Cancels the call between two commands. What it has added is removed again.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmp.WriteQmp"/>. Nothing was sent.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was sent.</exception>
    /// <exception cref="QmpException">QEMU refused a command: a node has the name already, an image cannot be opened.</exception>
    /// <exception cref="InvalidOperationException">QEMU refused a device, and has no free port for it. The inner exception has QEMU's reason.</exception>
    /// <exception cref="QmpTimeoutException">QEMU did not answer in time.</exception>
    /// <exception cref="QmpConnectionException">The connection is lost. What was added before is still there.</exception>
    /// <exception cref="AggregateException">A command failed, and so did the removal: both exceptions.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public static async Task AttachAsync<T>(this QmpClient client, T topology, CancellationToken cancellationToken = default)
        where T : IQmp, IQmpInverse
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(topology);
        topology.ThrowIfInvalid(TopologyDocuments.Qmp);
        IReadOnlyList<GeneratedCommand> commands = GeneratedCommand.ReadAll(topology.WriteQmp);
        IReadOnlyList<GeneratedCommand> inverse = GeneratedCommand.ReadAll(topology.WriteQmpInverse);
        List<GeneratedCommand> added = [];
        PciPorts ports = new(client);
        try
        {
            foreach (GeneratedCommand command in commands)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await ports.AddAsync(command).ConfigureAwait(false);
                added.Add(command);
            }
        }
        catch (QmpConnectionException)
        {
            throw;
        }
        catch (Exception exception)
        {
            // What was refused or not sent has added nothing, and its name may be that of another's node. QEMU may still execute what it did not answer.
            if (exception is QmpTimeoutException) added.Add(commands[added.Count]);
            await TakeBackAsync(client, inverse.Where(command => added.Any(command.IsInverseOf)), exception).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Removes all disks of a topology from a running QEMU: sends the commands of <see cref="IQmpInverse"/>, and after each <c>device_del</c> waits for the
    /// event <c>DEVICE_DELETED</c>. What is not there is skipped, so that the call can be repeated.
    /// </summary>
    /// <remarks>
    /// A guest releases a PCI device itself: its operating system must run and support hotplug (ACPI or PCI Express). A guest that is stopped, or has not
    /// booted, releases it at its next reset. A scsi or usb disk needs no guest, but its controller, which is removed after it, does.
    /// </remarks>
    /// <param name="client">The connection to QEMU.</param>
    /// <param name="topology">The topology, with the values that it was attached with.</param>
    /// <param name="releaseTimeout">
    /// The longest time for the guest to release one device; null for 30 seconds, <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// </param>
    /// <param name="cancellationToken">Cancels the call. What was removed before stays removed.</param>
    /// <exception cref="ArgumentException">As for <see cref="IQmpInverse.WriteQmpInverse"/>. Nothing was sent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative or longer than 49 days. Nothing was sent.</exception>
    /// <exception cref="InvalidTopologyException">A rule reports an error about the values. Nothing was sent.</exception>
    /// <exception cref="QmpException">QEMU refused a command: something else uses the node.</exception>
    /// <exception cref="InvalidOperationException">The guest refused to release a device: the event <c>DEVICE_UNPLUG_GUEST_ERROR</c>.</exception>
    /// <exception cref="QmpTimeoutException">
    /// QEMU did not answer in time, or the guest did not release a device. It may still release it: call the method again.
    /// </exception>
    /// <exception cref="QmpConnectionException">The connection is lost.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public static Task DetachAsync<T>(
        this QmpClient client, T topology, TimeSpan? releaseTimeout = null, CancellationToken cancellationToken = default)
        where T : IQmpInverse
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(topology);
        TimeSpan timeout = Timeouts.Require(releaseTimeout ?? s_releaseTimeout, nameof(releaseTimeout));
        topology.ThrowIfInvalid(TopologyDocuments.Qmp);
        return new TopologyRemoval(client, timeout).RemoveAsync(GeneratedCommand.ReadAll(topology.WriteQmpInverse), cancellationToken);
    }

    private static async Task TakeBackAsync(QmpClient client, IEnumerable<GeneratedCommand> commands, Exception cause)
    {
        try
        {
            await new TopologyRemoval(client, s_releaseTimeout).RemoveAsync(commands, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new AggregateException("Adding the topology failed, and so did removing what had been added.", cause, exception);
        }
    }
}
