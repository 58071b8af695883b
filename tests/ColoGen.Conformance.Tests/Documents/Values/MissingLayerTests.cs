using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>Layers that are not there, lists that are too short and numbers out of range are refused by name.</summary>
public sealed class MissingLayerTests
{
    private static readonly Missing s_right = Missing.Nothing;

    [Fact]
    public void Nothing_is_refused_of_what_is_right() =>
        Assert.All(TopologyDocument.Of(s_right), document => Assert.NotEqual("", document.Text));

    [Fact]
    public void A_layer_that_is_null() => AssertRefused<ArgumentNullException>("Root", s_right with { Root = null! });

    [Fact]
    public void A_layer_below_another_that_is_null() =>
        AssertRefused<ArgumentNullException>("Root.Backing", s_right with { Root = new("/a", null!) });

    [Fact]
    public void A_list_that_is_null() => AssertRefused<ArgumentNullException>("Array.Children", s_right with { Array = new(null!) });

    [Fact]
    public void An_immutable_array_that_was_never_made() =>
        AssertRefused<ArgumentNullException>("List.Children", s_right with { List = new(default) });

    [Fact]
    public void An_immutable_array_that_is_empty() => AssertRefused<ArgumentException>("List.Children", s_right with { List = new([]) });

    [Fact]
    public void A_list_that_is_empty() => AssertRefused<ArgumentException>("Array.Children", s_right with { Array = new([]) });

    [Fact]
    public void A_list_that_is_shorter_than_its_quorum_needs() =>
        AssertRefused<ArgumentException>("Array.Children", s_right with { Array = new([s_right.Array.Children[0]]) });

    [Fact]
    public void An_item_of_a_list_that_is_null() =>
        AssertRefused<ArgumentNullException>("Array.Children[]", s_right with { Array = new([s_right.Array.Children[0], null!]) });

    [Fact]
    public void A_layer_below_an_item_that_is_null() => AssertRefused<ArgumentNullException>(
        "Array.Children[].Backing", s_right with { Array = new([s_right.Array.Children[0], new("/x", null!)]) });

    [Fact]
    public void A_text_of_an_item_that_is_null() => AssertRefused<ArgumentNullException>(
        "Array.Children[].File", s_right with { Array = new([s_right.Array.Children[0], new(null!, new("/x"))]) }, HasValues);

    [Fact]
    public void A_text_below_an_item_that_no_document_can_carry() => AssertRefused<ArgumentException>(
        "Array.Children[].Backing.File", s_right with { Array = new([new("/x", new("\uD800")), s_right.Array.Children[1]]) }, HasValues);

    [Theory]
    [InlineData(int.MinValue, true)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void A_threshold_that_the_children_never_reach(int threshold, bool hasSecond)
    {
        Votes votes = new(threshold, new("/g"), hasSecond ? s_right.Votes.Second : null);

        AssertRefused<ArgumentOutOfRangeException>("Votes.VoteThreshold", s_right with { Votes = votes }, rule: "COLO0401");
        AssertRefused<ArgumentOutOfRangeException>(
            "Nested.Children[].VoteThreshold", s_right with { Nested = new([s_right.Votes, votes]) }, rule: "COLO0401");
    }

    [Fact]
    public void A_threshold_of_all_children() => AssertWritten(s_right with { Votes = s_right.Votes with { VoteThreshold = 2 } });

    [Fact]
    public void A_boot_order_twice()
    {
        AssertRefused<ArgumentException>("OtherOrder", s_right with { OtherOrder = 1 }, rule: "COLO0308");
        AssertRefused<ArgumentException>("Order", s_right with { Order = 3 }, rule: "COLO0308");
        AssertRefused<ArgumentException>("FourthOrder", s_right with { FourthOrder = 2 }, rule: "COLO0308");
        AssertRefused<ArgumentException>("MediumOrder", s_right with { FourthOrder = 5 }, rule: "COLO0308");
    }

    [Fact]
    public void A_boot_order_of_a_drive_without_a_medium() =>
        AssertRefused<ArgumentException>("MediumOrder", s_right with { Medium = null, MediumOrder = 1 }, rule: "COLO0308");

    [Fact]
    public void A_boot_order_of_an_absent_disk_is_free()
    {
        AssertWritten(s_right with { Third = null, Order = 3 });
        AssertWritten(s_right with { Fourth = null, OtherOrder = 4 });
        AssertWritten(s_right with { Order = null, FourthOrder = null });
    }

    [Fact]
    public void Checking_numbers_against_each_other_allocates_nothing()
    {
        byte[] destination = new byte[100_000];
        foreach (TopologyDocument document in TopologyDocument.Of(s_right))
        {
            Assert.Equal((document.Name, 0), (document.Name, Allocation.Of(() => document.TryWrite(destination, out _))));
        }
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(65536)]
    [InlineData(70000)]
    public void A_port_that_is_none(int port) => AssertRefused<ArgumentOutOfRangeException>(
        "Votes.Second.Port", s_right with { Votes = s_right.Votes with { Second = new("h", port) } }, HasValues);

    [Theory]
    [InlineData(1)]
    [InlineData(65535)]
    public void A_port_at_the_end_of_the_range_is_taken(int port)
    {
        Missing topology = s_right with { Votes = s_right.Votes with { Second = new("h", port) } };

        Assert.Contains($"\"port\":\"{port}\"", topology.ToQmpString());
    }

    [Fact]
    public void A_vote_threshold_of_0() => AssertRefused<ArgumentOutOfRangeException>(
        "Votes.VoteThreshold", s_right with { Votes = s_right.Votes with { VoteThreshold = 0 } }, HasValues);

    [Fact]
    public void A_boot_order_of_0() => AssertRefused<ArgumentOutOfRangeException>(
        "Order", s_right with { Order = 0 }, document => document is not "QmpInverse" && HasValues(document));

    [Fact]
    public void Memory_of_0() =>
        AssertRefused<ArgumentOutOfRangeException>("MemoryMiB", s_right with { MemoryMiB = 0 }, document => document == "DomainXml");

    [Fact]
    public void A_domain_type_that_is_none() =>
        AssertRefused<ArgumentOutOfRangeException>("Type", s_right with { Type = (DomainType)9 }, document => document == "DomainXml");

    private static void AssertWritten(Missing topology) =>
        Assert.All(TopologyDocument.Of(topology), document => Assert.NotEqual("", document.Text));

    /// <summary>Those with more in them than names.</summary>
    private static bool HasValues(string document) => document is not ("QmpInverse" or "Mermaid" or "Dot");

    private static void AssertRefused<TException>(string path, Missing topology, Func<string, bool>? where = null, string rule = "")
        where TException : ArgumentException
    {
        // A picture is of the declaration alone.
        where ??= document => document is not ("Mermaid" or "Dot");
        foreach (TopologyDocument document in TopologyDocument.Of(topology).Where(document => where(document.Name)))
        {
            TException refusal = RefusedWrite.Of<TException>(document);

            Assert.Equal(path, refusal.ParamName);
            Assert.Contains(path, refusal.Message);
            if (rule.Length > 0) Assert.StartsWith($"'{path}': {rule}: ", refusal.Message);
        }
    }
}
