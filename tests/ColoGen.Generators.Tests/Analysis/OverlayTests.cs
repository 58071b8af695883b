using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using CsCheck;
using static ColoGen.Generators.Tests.Analysis.Trees;

namespace ColoGen.Generators.Tests.Analysis;

/// <summary>Random trees whose layers stand on each other's tops.</summary>
public sealed class OverlayTests
{
    private const int Trees = 6;

    /// <summary>For each tree the trees that its layers stand on; the last number is no tree.</summary>
    private static readonly Gen<TopologyContext> s_topologies = Gen.Int[0, Trees].Array[0, 3].Array[Trees].Select(references =>
    {
        Attachment[] trees = [.. references.Select(Tree)];
        return new TopologyContext(new Topology(
            new TypeDeclaration("", default, "", "Host", "Host", CanBeExtended: true), Domain: null, trees.ToEquatableArray(), default));
    });

    [Fact]
    public void Each_knows_what_it_stands_on() => s_topologies.Sample(index => Assert.All(index.BackingReferences.All, overlay =>
    {
        Assert.Same(index.Topology.Find(overlay.Reference.Dev!), overlay.Disk);
        Assert.Same(overlay.Disk?.Top, overlay.Backing);
    }));

    [Fact]
    public void Without_those_that_close_a_circle_there_is_none() => s_topologies.Sample(index =>
        Assert.All(index.Topology.Attachments, tree => Assert.DoesNotContain(tree, Reached(index, tree, index.BackingReferences.IsResolvable))));

    [Fact]
    public void Each_that_closes_a_circle_is_in_one() => s_topologies.Sample(index =>
        Assert.All(index.BackingReferences.Cycles, overlay => Assert.Contains(overlay.Attachment, Reached(index, overlay.Attachment, _ => true))));

    private static Attachment Tree(int[] references, int number)
    {
        Layer top =
            Layer($"{number}", [.. references.Select((tree, place) => Required(Layer($"{number}.{place}") with { Reference = new Reference(Dev(tree), 0) }))]);
        return Attach(top) with { Dev = Dev(number), Edge = Required(top) };
    }

    private static string Dev(int tree) => $"tree{tree}";

    /// <summary>The trees that a way of one step or more leads to.</summary>
    private static HashSet<Attachment> Reached(TopologyContext index, Attachment start, Func<BackingReference, bool> isStep)
    {
        var reached = new HashSet<Attachment>();
        var next = new Queue<Attachment>([start]);
        while (next.TryDequeue(out Attachment? tree))
        {
            foreach (BackingReference overlay in index.BackingReferences.All.Where(isStep).Where(overlay => overlay.Attachment == tree))
            {
                if (overlay.Disk is { } disk && reached.Add(disk)) next.Enqueue(disk);
            }
        }

        return reached;
    }
}
