using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>The lists of commands that start, fail over and resynchronize a pair, one command a line.</summary>
internal static class PairCommandsDocument
{
    private const string ServerTls = "nbd-server-tls";

    public static void Write(TemplateBuilder builder, PairContext context, ColoCommands list)
    {
        switch (list)
        {
            case ColoCommands.SecondaryPrepare:
                Prepare(builder, context);
                break;
            case ColoCommands.SecondaryRelease:
                foreach (ReplicatedDisk disk in context.Disks.Reverse())
                {
                    Command(builder, "block-export-del", new Options().Add("id", disk.SecondaryDisk.Dev).Add("mode", "hard"));
                }

                Command(builder, "nbd-server-stop");
                if (context.UsesTls) Command(builder, "object-del", new Options().Add("id", ServerTls));
                break;
            case ColoCommands.SecondaryFailover:
                Command(builder, "nbd-server-stop");
                Command(builder, "x-colo-lost-heartbeat");
                break;
            case ColoCommands.PrimaryAttach:
                foreach (ReplicatedDisk disk in context.Disks) Attach(builder, context, disk, context.PrimaryReplica(disk));
                break;
            case ColoCommands.PrimaryDetach or ColoCommands.PrimaryFailover:
                if (list == ColoCommands.PrimaryFailover) Yank(builder, context.Disks.Select(context.PrimaryReplica));
                foreach (ReplicatedDisk disk in context.Disks.Reverse())
                {
                    Detach(builder, context, disk, PairContext.PrimaryChild(disk), context.PrimaryReplica(disk));
                }

                if (list == ColoCommands.PrimaryFailover) Command(builder, "x-colo-lost-heartbeat");
                break;
            case ColoCommands.SurvivorAttach:
                foreach (ReplicatedDisk disk in context.Disks) Attach(builder, context, disk, context.SurvivorReplica(disk));
                break;
            case ColoCommands.SurvivorDetach or ColoCommands.SurvivorFailover:
                if (list == ColoCommands.SurvivorFailover) Yank(builder, context.Disks.Select(context.SurvivorReplica));
                foreach (ReplicatedDisk disk in context.Disks.Reverse())
                {
                    Detach(builder, context, disk, PairContext.SurvivorChild(disk), context.SurvivorReplica(disk));
                }

                if (list == ColoCommands.SurvivorFailover) Command(builder, "x-colo-lost-heartbeat");
                break;
            case ColoCommands.Start:
                Capabilities(builder, context.Pair);
                CheckpointDelay(builder, context.Pair);
                Migrate(builder, context.Pair, "migrate");
                break;
            case ColoCommands.CheckpointDelay:
                CheckpointDelay(builder, context.Pair);
                break;
            case ColoCommands.Mirror:
                foreach (ReplicatedDisk disk in context.Disks) Mirror(builder, context, disk, context.Mirror(disk));
                break;
            case ColoCommands.MirrorFinish:
                Command(builder, "stop");
                foreach (ReplicatedDisk disk in context.Disks) Command(builder, "block-job-cancel", new Options().Add("device", PairContext.MirrorJob(disk)));
                break;
            case ColoCommands.MirrorCancel:
                foreach (ReplicatedDisk disk in context.Disks)
                {
                    Command(builder, "block-job-cancel", new Options().Add("device", PairContext.MirrorJob(disk)).AddBoolean("force", true));
                }

                Yank(builder, context.Disks.Select(context.Mirror));
                break;
            case ColoCommands.MirrorDetach:
                foreach (ReplicatedDisk disk in context.Disks.Reverse()) QmpInverseDocument.Nodes(builder, [context.Mirror(disk)]);
                break;
        }
    }

    private static void Prepare(TemplateBuilder builder, PairContext context)
    {
        Capabilities(builder, context.Pair);
        if (context.UsesTls)
        {
            Command(builder, "object-add", new Options()
                .Add("qom-type", "tls-creds-x509")
                .Add("id", ServerTls)
                .Add("dir", context.Disks[0].Client.Settings.Get(NbdSourceKind.TlsDir))
                .Add("endpoint", "server")
                .AddBoolean("verify-peer", true));
        }

        Options address = new Options()
            .Add("type", "inet")
            .AddObject("data", new Options()
                .Add("host", context.Pair.Settings.Get(nameof(ColoPairAttribute.NbdHost)))
                .Add("port", context.Pair.Settings.Number(nameof(ColoPairAttribute.NbdPort), TcpPort.Minimum, TcpPort.Maximum)));
        Command(builder, "nbd-server-start", new Options().AddObject("addr", address).Add("tls-creds", context.UsesTls ? ServerTls : null));
        foreach (ReplicatedDisk disk in context.Disks)
        {
            Command(builder, "block-export-add", new Options()
                .Add("type", "nbd")
                .Add("id", disk.SecondaryDisk.Dev)
                .Add("node-name", context.SecondaryDisk(disk))
                .Add("name", disk.ExportName)
                .AddBoolean("writable", true));
        }

        Migrate(builder, context.Pair, "migrate-incoming");
    }

    private static void Attach(TemplateBuilder builder, PairContext context, ReplicatedDisk disk, BlockTree replica)
    {
        QmpDocument.Nodes(builder, [replica]);
        Command(builder, "x-blockdev-change", new Options().Add("parent", context.Root(disk)).Add("node", replica.Top.Name));
    }

    private static void Detach(TemplateBuilder builder, PairContext context, ReplicatedDisk disk, string child, BlockTree replica)
    {
        Command(builder, "x-blockdev-change", new Options().Add("parent", context.Root(disk)).Add("child", child));
        QmpInverseDocument.Nodes(builder, [replica]);
    }

    private static void Mirror(TemplateBuilder builder, PairContext context, ReplicatedDisk disk, BlockTree target)
    {
        QmpDocument.Nodes(builder, [target]);
        Command(builder, "blockdev-mirror", new Options()
            .Add("job-id", PairContext.MirrorJob(disk))
            .Add("device", context.Root(disk))
            .Add("target", target.Top.Name)
            .Add("sync", "full"));
    }

    /// <summary>Closes the connections to a host that may no longer answer: a request that waits for it would make the next command wait, too.</summary>
    private static void Yank(TemplateBuilder builder, IEnumerable<BlockTree> trees)
    {
        builder.Literal("{\"execute\":\"yank\",\"arguments\":{\"instances\":[");
        string comma = "";
        foreach (BlockTree tree in trees)
        {
            NodeWalk.Forward(builder, [tree], node =>
            {
                if (node.Driver != "nbd") return;
                builder.Literal($"{comma}{{\"type\":\"block-node\",\"node-name\":\"").Name(node.Name).Literal("\"}");
                comma = ",";
            });
        }

        builder.Literal("]}}\n");
    }

    /// <summary><c>return-path</c> must be on for one QEMU and off for the other, and before <c>x-colo</c>.</summary>
    private static void Capabilities(TemplateBuilder builder, Pair pair) => builder
        .Literal("{\"execute\":\"migrate-set-capabilities\",\"arguments\":{\"capabilities\":[")
        .Value("{\"capability\":\"", ReturnPath(pair), Escape.Json, "\",\"state\":true},")
        .Literal("{\"capability\":\"x-colo\",\"state\":true}]}}\n");

    /// <summary>A version that is unspecified at run time has no text, and is refused.</summary>
    private static DocumentValue? ReturnPath(Pair pair) => pair.Settings.Member(
        nameof(ColoPairAttribute.Qemu),
        version => version == nameof(QemuVersion.Qemu11) ? "return-path" : null) switch
    {
        PropertyValue { Map: { } map } property => property with { Map = map.Where(item => item.Value != nameof(QemuVersion.Unspecified)).ToEquatableArray() },
        var constant => constant,
    };

    private static void CheckpointDelay(TemplateBuilder builder, Pair pair)
    {
        if (pair.Settings.Number(nameof(ColoPairAttribute.CheckpointDelay), 0, uint.MaxValue) is { } delay)
        {
            builder.Value("{\"execute\":\"migrate-set-parameters\",\"arguments\":{\"x-checkpoint-delay\":", delay, Escape.Json, "}}\n");
        }
    }

    private static void Migrate(TemplateBuilder builder, Pair pair, string command) => builder
        .Literal($"{{\"execute\":\"{command}\",\"arguments\":{{\"uri\":\"tcp:")
        .Value("", pair.Settings.Get(nameof(ColoPairAttribute.MigrationHost)), Escape.Json, ":")
        .Value("", pair.Settings.Number(nameof(ColoPairAttribute.MigrationPort), TcpPort.Minimum, TcpPort.Maximum), Escape.Json, "\"}}\n");

    private static void Command(TemplateBuilder builder, string command) => builder.Literal($"{{\"execute\":\"{command}\"}}\n");

    private static void Command(TemplateBuilder builder, string command, Options arguments) => QmpDocument.Command(builder, command, arguments.ToArray());
}
