using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using CsCheck;
using static ColoGen.Generators.Tests.Analysis.Trees;

namespace ColoGen.Generators.Tests.Analysis;

public sealed class NumberingTests
{
    /// <summary>A tree as the numbers of its layers' edges in pre-order, some layers pinned.</summary>
    private static readonly Gen<Layer> s_trees =
        Gen.Select(Gen.Int[0, 3].Array[1, 30], Gen.Int[1, 40].Array[30], Gen.Int[0, 3].Array[30], (edges, pins, isPinned) =>
    {
        var unused = new HashSet<int>();
        int next = 0;
        return Next(depth: 0);

        Layer Next(int depth)
        {
            int at = next++;
            Edge[] below = [
                .. Enumerable.Range(0, at < edges.Length && depth < 6 ? edges[at] : 0)
                    .TakeWhile(_ => next < 30)
                    .Select(edge => edge == 0 ? Required(Next(depth + 1)) : Optional(Next(depth + 1)))];
            return isPinned[at] == 0 && unused.Add(pins[at]) ? Pinned($"L{at}", pins[at], below) : Layer($"L{at}", below);
        }
    });

    [Fact]
    public void The_top_is_0() => Assert.Equal(0, Number(Layer("Top"), "Top"));

    [Fact]
    public void No_layer_but_the_top_is_0()
    {
        Layer top = Pinned("Top", 2, Required(Layer("A")), Required(Layer("B")), Required(Pinned("C", 4)), Required(Layer("D")));
        Assert.Equal([2, 1, 3, 4, 5], Numbers(top, "Top", "A", "B", "C", "D"));
        Assert.Equal([0, 1], Numbers(Pinned("Top", 0, Required(Layer("A"))), "Top", "A"));
    }

    [Fact]
    public void A_layer_comes_before_what_is_below_it_and_that_before_its_neighbour()
    {
        Layer top = Layer("Top", Required(Layer("A", Required(Layer("A.A")), Required(Layer("A.B")))), Required(Layer("B")));
        Assert.Equal([0, 1, 2, 3, 4], Numbers(top, "Top", "A", "A.A", "A.B", "B"));
    }

    [Fact]
    public void A_pinned_number_is_left_to_its_layer()
    {
        Layer top = Layer("Top", Required(Layer("A")), Required(Pinned("B", 1)), Required(Layer("C")), Required(Pinned("D", 3)), Required(Layer("E")));
        Assert.Equal([0, 2, 1, 4, 3, 5], Numbers(top, "Top", "A", "B", "C", "D", "E"));
    }

    [Fact]
    public void Pinned_numbers_in_a_row_are_all_left_out()
    {
        Layer top = Layer("Top", Required(Pinned("A", 2)), Required(Pinned("B", 1)), Required(Pinned("C", 3)), Required(Layer("D")));
        Assert.Equal([0, 2, 1, 3, 4], Numbers(top, "Top", "A", "B", "C", "D"));
    }

    [Fact]
    public void A_pinned_number_far_away_moves_nothing()
    {
        Layer top = Layer("Top", Required(Pinned("A", int.MaxValue)), Required(Layer("B")));
        Assert.Equal([0, int.MaxValue, 1], Numbers(top, "Top", "A", "B"));
    }

    [Fact]
    public void What_is_below_a_pinned_layer_counts_on_as_if_it_were_not_pinned()
    {
        Layer top = Layer("Top", Required(Pinned("A", 9, Required(Layer("A.A")))), Required(Layer("B")));
        Assert.Equal([0, 9, 1, 2], Numbers(top, "Top", "A", "A.A", "B"));
    }

    [Fact]
    public void An_optional_layer_keeps_its_number_while_it_is_absent()
    {
        Layer top = Layer("Top", Optional(Layer("A", Optional(Layer("A.A")))), Required(Layer("B")));
        Assert.Equal([0, 1, 2, 3], Numbers(top, "Top", "A", "A.A", "B"));
        Assert.All(Numbering.Of(Attach(top)).Values, number => Assert.Empty(number.Terms));
    }

    [Fact]
    public void The_items_of_a_list_follow_each_other_with_all_that_is_below_them()
    {
        Layer item = Layer("Item", Required(Layer("Item.A", Required(Layer("Item.A.A")))));
        IReadOnlyDictionary<string, IndexExpression> numbers = Numbering.Of(Attach(Layer("Top", Required(Layer("A")), List(7, item))));
        Assert.Equal(new IndexExpression(2, [new RoundTerm(7, 3)]), numbers["Item"]);
        Assert.Equal(new IndexExpression(3, [new RoundTerm(7, 3)]), numbers["Item.A"]);
        Assert.Equal(new IndexExpression(4, [new RoundTerm(7, 3)]), numbers["Item.A.A"]);
        Assert.Equal(IndexExpression.Of(1), numbers["A"]);
    }

    [Fact]
    public void No_two_layers_of_a_disk_share_a_number() => s_trees.Sample(top =>
    {
        IReadOnlyDictionary<string, IndexExpression> numbers = Numbering.Of(Attach(top));
        Assert.Equal(top.PreOrder().Count, numbers.Values.Select(number => number.Constant).Distinct().Count());
    });

    [Fact]
    public void Those_that_are_not_pinned_take_the_lowest_free_numbers_in_order() => s_trees.Sample(top =>
    {
        int[] pinned = [.. top.PreOrder().Where(layer => layer.PinnedIndex is not null).Select(layer => (int)layer.PinnedIndex!)];
        string[] free = [.. top.PreOrder().Where(layer => layer.PinnedIndex is null).Select(layer => layer.Path)];
        Assert.Equal(Enumerable.Range(top.PinnedIndex is null ? 0 : 1, 100).Except(pinned).Take(free.Length), Numbers(top, free));
    });

    [Fact]
    public void A_reference_finds_each_layer_by_its_number() => s_trees.Sample(top =>
    {
        var topology = new Topology(new TypeDeclaration("", default, "", "Host", "Host", CanBeExtended: true), Domain: null, [Attach(top)], default);
        var index = new TopologyContext(topology);
        Assert.All(top.PreOrder(), layer => Assert.Equal(layer, index.Find(new Reference("vda", index.NumberOf(layer).Constant))));
        Assert.Equal(top, index.Find(new Reference("vda", 0)));
        Assert.Null(index.Find(new Reference("vda", 1000)));
        Assert.Null(index.Find(new Reference("vdb", 0)));
    });

    private static int Number(Layer top, string path) => Numbering.Of(Attach(top))[path].Constant;

    private static IEnumerable<int> Numbers(Layer top, params string[] paths) => paths.Select(path => Number(top, path));
}
