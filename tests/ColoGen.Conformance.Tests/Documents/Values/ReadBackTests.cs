using ColoGen.Conformance.Tests.Documents.Data;
using CsCheck;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>What another parser reads from a document is the value that was given, and nothing else has changed.</summary>
public sealed class ReadBackTests
{
    private static readonly IReadOnlyList<TopologyDocument> s_plain = TopologyDocument.Of(EveryText.With("", ""));

    private static readonly Dictionary<string, IReadOnlyList<(string Place, string Value)>> s_marks =
        s_plain.ToDictionary(document => document.Name, document => Leaves.Of(document.Name, document.Text));

    public static TheoryData<int> Everywhere => [.. Enumerable.Range(0, NastyTexts.Everywhere.Count)];

    public static TheoryData<int> NotInOptions => [.. Enumerable.Range(0, NastyTexts.NotInOptions.Count)];

    [Fact]
    public void Every_text_comes_to_at_least_one_document() =>
        Assert.All(EveryText.Paths, path => Assert.Contains(s_marks.Values, leaves => leaves.Any(leaf => leaf.Value == EveryText.Mark(path))));

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_nasty_text_is_read_back_from_every_document(int number) =>
        Assert.All(EveryText.FreePaths, path => AssertReadBack(path, NastyTexts.Everywhere[number], _ => true));

    [Theory]
    [MemberData(nameof(NotInOptions))]
    public void A_line_break_is_read_back_from_every_document_but_options(int number) =>
        Assert.All(EveryText.FreePaths, path => AssertReadBack(path, NastyTexts.NotInOptions[number], document => document != "DriveArguments"));

    [Fact]
    public void Any_text_is_read_back_from_every_document() =>
        Gen.Select(Gen.OneOf(EveryText.FreePaths.ToArray()), NastyTexts.Gen)
            .Sample((path, text) => AssertReadBack(path, text, _ => true), iter: 3000);

    private static void AssertReadBack(string path, string any, Func<string, bool> where)
    {
        string text = EveryText.Valid(path, any);
        foreach (TopologyDocument document in TopologyDocument.Of(EveryText.With(path, text)).Where(document => where(document.Name)))
        {
            Assert.Equal(
                s_marks[document.Name].Select(leaf => leaf.Value == EveryText.Mark(path) ? (leaf.Place, text) : leaf),
                Leaves.Of(document.Name, document.Text));
        }
    }
}
