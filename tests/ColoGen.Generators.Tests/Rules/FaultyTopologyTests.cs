using System.Buffers;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;
using Document = ColoGen.Core.Formats.Document;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>A topology or pair that breaks a rule has every member, and each throws with the rule's id.</summary>
public sealed class FaultyTopologyTests
{
    /// <summary>Where a type can't be extended, or the language is too old, there is nothing to call.</summary>
    private static readonly string[] s_withoutMembers = ["COLO0001", "COLO0002", "COLO0003", "COLO0015", "COLO0020"];

    /// <summary>The generator does not see what is wrong, or writes nothing of it.</summary>
    private static readonly string[] s_outsideOfModel = ["COLO0019", "COLO0021", "COLO0026"];

    private delegate bool TryWrite(Span<byte> utf8Destination, out int bytesWritten);

    public static TheoryData<string> Errors =>
        [.. RuleCatalog.All.Where(rule => rule.Severity == RuleSeverity.Error).Select(rule => rule.Id).Except(s_withoutMembers).Except(s_outsideOfModel)];

    [Theory]
    [MemberData(nameof(Errors))]
    public void Every_member_throws_the_rule(string id)
    {
        object[] hosts = [.. Load(Attached(RulePage.Of(RuleCatalog.All.Single(rule => rule.Id == id)).Wrong))
            .Where(type => type.IsDefined(typeof(TopologyAttribute)) || type.IsDefined(typeof(ColoPairAttribute)))
            .Select(RuntimeHelpers.GetUninitializedObject)];
        Assert.NotEmpty(hosts);
        Assert.Contains(hosts, host => Messages(host).All(message => message.StartsWith($"{id}: ", StringComparison.Ordinal)));
    }

    /// <summary>The message of each member of each document.</summary>
    private static IEnumerable<string> Messages(object host)
    {
        if (host is IColoPair pair)
        {
            yield return Message(() => pair.WriteCommands(ColoCommands.Start, new ArrayBufferWriter<byte>()));
            yield return Message(() => pair.TryWriteCommands(ColoCommands.Start, [], out _));
            yield return Message(() => pair.GetCommandsMaxByteCount(ColoCommands.Start));
            yield return Message(() => _ = pair.Disks);
            yield return Message(() => _ = pair.Qemu);
            yield break;
        }

        Type type = host.GetType();
        string other = type.IsDefined(typeof(DomainAttribute)) ? "DeviceXml" : "DomainXml";
        foreach (string document in Document.All.Select(document => document.Name).Where(name => name != other))
        {
            Assert.True(type.GetInterface($"ColoGen.I{document}") is not null, $"{type} has no {document}.");
            yield return Message(() => Method<Action<IBufferWriter<byte>>>(GeneratedMembers.Write(document))(new ArrayBufferWriter<byte>()));
            yield return Message(() => Method<TryWrite>(GeneratedMembers.TryWrite(document))([], out _));
            yield return Message(() => Method<Func<int>>(GeneratedMembers.MaxByteCount(document))());
        }

        TDelegate Method<TDelegate>(string name)
            where TDelegate : Delegate => type.GetMethod(name)!.CreateDelegate<TDelegate>(host);
    }

    private static string Message(Action call) => Record.Exception(call) is InvalidOperationException exception ? exception.Message : "It did not throw.";

    /// <summary>The example with its last layer attached to a topology, where it has none.</summary>
    private static string Attached(string example)
    {
        if (example.Contains("[Topology", StringComparison.Ordinal)) return example;
        INamedTypeSymbol layer = Compile.Sources(example).Assembly.GlobalNamespace.GetTypeMembers()
            .Last(type => type.GetAttributes().Any(attribute => attribute.AttributeClass!.BaseType!.Name is "LayerAttribute" or "SourceAttribute"));
        return $"{example}\n[Topology] public sealed partial record Faulty([Disk(\"vda\")] {layer.Name} Root);";
    }

    private static Type[] Load(string source)
    {
        using var assembly = new MemoryStream();
        Assert.Empty(Compile.Generate(Compile.Sources(source)).Output.Emit(assembly).Diagnostics);
        assembly.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly).GetTypes();
    }
}
