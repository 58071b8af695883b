using System.Text;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>A destination that is too small gets nothing; one that is large enough by a byte gets all.</summary>
public sealed class SmallDestinationTests
{
    private const byte Untouched = 0xA5;

    public static TheoryData<string> Cases => TopologyCases.Names(_ => true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_smaller_destination_is_left_as_it_is(string name)
    {
        foreach (TopologyDocument document in TopologyDocument.Of(TopologyCases.Get(name)))
        {
            int needed = Encoding.UTF8.GetByteCount(document.Text);
            byte[] destination = [.. Enumerable.Repeat(Untouched, needed + 1)];
            for (int length = 0; length < needed; length++)
            {
                bool isWritten = document.TryWrite(destination.AsSpan(0, length), out int bytesWritten);

                if (isWritten || bytesWritten != 0) Assert.Fail($"{document.Name} of {needed} bytes: {bytesWritten} written to {length}");
            }

            Assert.Equal(-1, destination.AsSpan().IndexOfAnyExcept(Untouched));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_destination_of_the_exact_length_is_large_enough(string name)
    {
        foreach (TopologyDocument document in TopologyDocument.Of(TopologyCases.Get(name)))
        {
            string text = document.Text;
            int needed = Encoding.UTF8.GetByteCount(text);
            byte[] destination = [.. Enumerable.Repeat(Untouched, needed + 1)];

            Assert.True(document.TryWrite(destination.AsSpan(0, needed), out int bytesWritten));

            Assert.Equal(needed, bytesWritten);
            Assert.Equal(text, Encoding.UTF8.GetString(destination.AsSpan(0, needed)));
            Assert.Equal(Untouched, destination[needed]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_upper_bound_is_one(string name) =>
        Assert.All(
            TopologyDocument.Of(TopologyCases.Get(name)),
            document => Assert.InRange(Encoding.UTF8.GetByteCount(document.Text), 0, document.GetMaxByteCount()));

    [Fact]
    public void The_length_is_exact_where_values_need_many_bytes()
    {
        foreach (string text in NastyTexts.Everywhere)
        {
            EveryText topology = EveryText.With("Mirror.Second.File", EveryText.Valid("Mirror.Second.File", text));
            foreach (TopologyDocument document in TopologyDocument.Of(topology))
            {
                int needed = Encoding.UTF8.GetByteCount(document.Text);

                Assert.False(document.TryWrite(new byte[Math.Max(0, needed - 1)], out int bytesWritten) && needed > 0);
                Assert.Equal(0, bytesWritten);
                Assert.True(document.TryWrite(new byte[needed], out bytesWritten));
                Assert.Equal(needed, bytesWritten);
                Assert.InRange(needed, 0, document.GetMaxByteCount());
            }
        }
    }
}
