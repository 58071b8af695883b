using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ColoGen.Control.Tests.Live;

/// <summary>Hosts that libvirt starts from the domain XML have the names that the commands of the pair use.</summary>
public sealed class LibvirtPairTests
{
    private static readonly XNamespace s_qemu = "http://libvirt.org/schemas/domain/qemu/1.0";

    [LiveFact("virsh", Programs.LibvirtQemuDriver)]
    public async Task A_pair_that_libvirt_runs_starts_fails_over_and_gets_a_new_secondary()
    {
        await using Lab lab = new();
        await using Libvirt libvirt = await Libvirt.StartAsync();
        LibvirtPair pair = await PairAsync(lab);

        await RunAsync(libvirt, lab, pair.Primary, isSecondary: false, (primary, first) =>
            RunAsync(libvirt, lab, pair.Secondary, isSecondary: true, async (secondary, second) =>
            {
                await using ColoController controller = new(pair, first, second, LivePair.Options);
                await controller.PrepareAsync();
                await controller.AttachAsync();
                await controller.StartAsync();
                await CountsAsync(primary);

                await controller.FailoverAsync(ColoSide.Secondary, async (_, _) =>
                {
                    await primary.DestroyAsync();
                    return FencingConfirmation.Dead("virsh destroy");
                });
                await CountsAsync(secondary);

                LibvirtPair next = pair with
                {
                    Secondary = await SecondaryAsync(lab, "third", await lab.EmptyImageAsync("qcow2", Lab.RootSize)),
                    NbdPort = FreePorts.Next(),
                    MigrationPort = FreePorts.Next(),
                };
                await RunAsync(libvirt, lab, next.Secondary, isSecondary: true, async (third, client) =>
                {
                    await controller.ResyncAsync(next, client);
                    await CountsAsync(secondary);

                    await controller.FailoverAsync(ColoSide.Primary, async (_, _) =>
                    {
                        await third.DestroyAsync();
                        return FencingConfirmation.Dead("virsh destroy");
                    });
                    await CountsAsync(secondary);
                });
            }));
    }

    private static async Task<LibvirtPair> PairAsync(Lab lab)
    {
        string root = await lab.RootImageAsync();
        return new(
            new("first", Accelerator, Emulator, new(new(root), null)),
            await SecondaryAsync(lab, "second", lab.CopyOf(root)),
            Lab.Version,
            "127.0.0.1",
            FreePorts.Next(),
            "127.0.0.1",
            FreePorts.Next(),
            300);
    }

    private static DomainType Accelerator => GuestQemu.OfThisMachine.Accelerator == "kvm" ? DomainType.Kvm : DomainType.Qemu;

    private static string Emulator => GuestQemu.OfThisMachine.Command is [['/', ..] path] ? path : "/usr/bin/qemu-system-x86_64";

    private static async Task<LibvirtSecondary> SecondaryAsync(Lab lab, string name, string parent) => new(
        name,
        Accelerator,
        Emulator,
        new(parent),
        new(new(new(await lab.EmptyImageAsync("qcow2", Lab.RootSize), new(await lab.EmptyImageAsync("qcow2", Lab.RootSize))))));

    /// <summary>Starts a host as libvirt does, with a monitor for the controller, the guest program, and what a secondary waits with.</summary>
    private static async Task RunAsync(
        Libvirt libvirt, Lab lab, IDomainXml host, bool isSecondary, Func<LibvirtDomain, QmpClient, Task> use)
    {
        XDocument domain = XDocument.Parse(host.ToDomainXmlString());
        string monitor = lab.File($"{domain.Root!.Element("name")!.Value}.qmp");
        string[] arguments =
        [
            "-bios", lab.File("guest.rom"), "-qmp", $"unix:{monitor},server=on,wait=off", .. isSecondary ? ["-incoming", "defer"] : Array.Empty<string>(),
        ];
        domain.Root.Element(s_qemu + "commandline")!.Add(
            arguments.Select(argument => new XElement(s_qemu + "arg", new XAttribute("value", argument))));
        await libvirt.RunDomainAsync(domain.ToString(), async running =>
        {
            await using QmpClient client = await QmpClient.ConnectUnixAsync(monitor, new() { ConnectTimeout = Patience.Long });
            await use(running, client);
            return true;
        });
    }

    /// <summary>Waits until the guest has written and flushed several times more.</summary>
    private static async Task CountsAsync(LibvirtDomain domain)
    {
        uint first = await CountAsync(domain);
        for (long end = Environment.TickCount64 + (long)Patience.Long.TotalMilliseconds; await CountAsync(domain) <= first + 5;)
        {
            Assert.True(Environment.TickCount64 < end, $"The guest of {domain.Name} stands at {first}.");
            await Task.Delay(50);
        }
    }

    private static async Task<uint> CountAsync(LibvirtDomain domain)
    {
        string said = (await domain.MonitorCommandAsync(new JsonObject
        {
            ["execute"] = "human-monitor-command",
            ["arguments"] = new JsonObject { ["command-line"] = $"xp /1wx {GuestProgram.CounterAddress + 4}" },
        }.ToJsonString())).GetString()!;
        return uint.Parse(Regex.Match(said, "0x([0-9a-f]{8})").Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
