using System.Collections.Immutable;
using ColoGen.Serialization;

namespace ColoGen.Tests.Serialization;

/// <summary>What generated code asks of layers before it writes.</summary>
public sealed class RequirementTests
{
    [Fact]
    public void A_layer_that_is_null_is_refused_by_its_path() => AssertNamed<ArgumentNullException>(() => Utf8Document.Require<string>(null!, "Root.Local"));

    [Fact]
    public void A_list_that_is_null_is_refused_by_its_path() =>
        AssertNamed<ArgumentNullException>(() => Utf8Document.RequireList<string[]>(null!, "Root.Local"));

    [Fact]
    public void An_array_that_was_never_made_is_refused_by_its_path() =>
        AssertNamed<ArgumentNullException>(() => Utf8Document.RequireList(default(ImmutableArray<string>), "Root.Local"));

    [Fact]
    public void A_list_that_is_too_short_is_refused_by_its_path() => AssertNamed<ArgumentException>(() => Utf8Document.RequireCount(1, 2, "Root.Local"));

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1, 0)]
    [InlineData(0, 2)]
    public void A_threshold_that_the_children_never_reach_is_refused_by_its_path(long threshold, int children) =>
        AssertNamed<ArgumentOutOfRangeException>(() => Utf8Document.RequireVotes(threshold, children, "Root.Local"));

    [Fact]
    public void A_boot_order_of_another_disk_is_refused_by_its_path() =>
        AssertNamed<ArgumentException>(() => Utf8Document.RequireOtherOrder(1, 1, "Root.Local"));

    [Fact]
    public void What_is_there_is_not_refused()
    {
        Utf8Document.RequireVotes(2, 2, "Root");
        Utf8Document.RequireOtherOrder(1, 2, "Root");
        Utf8Document.RequireOtherOrder(1, null, "Root");
        Utf8Document.RequireOtherOrder(null, null, "Root");
        Utf8Document.Require("", "Root");
        Utf8Document.Require(0, "Root");
        Utf8Document.RequireList(Array.Empty<string>(), "Root");
        Utf8Document.RequireList(ImmutableArray<string>.Empty, "Root");
        Utf8Document.RequireCount(2, 2, "Root");
    }

    private static void AssertNamed<TException>(Action call)
        where TException : ArgumentException
    {
        var exception = Assert.Throws<TException>(call);
        Assert.Equal("Root.Local", exception.ParamName);
        Assert.Contains("'Root.Local'", exception.Message);
    }
}
