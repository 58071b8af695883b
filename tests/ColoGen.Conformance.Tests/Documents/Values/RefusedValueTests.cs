using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>A value that a document can't carry is refused by the name of its property, before anything is written.</summary>
public sealed class RefusedValueTests
{
    private static readonly IReadOnlyList<TopologyDocument> s_plain = TopologyDocument.Of(EveryText.With("", ""));

    public static TheoryData<int> Nowhere => [.. Enumerable.Range(0, NastyTexts.Nowhere.Count)];

    public static TheoryData<int> NotInOptions => [.. Enumerable.Range(0, NastyTexts.NotInOptions.Count)];

    public static TheoryData<int> NotInXml => [.. Enumerable.Range(0, NastyTexts.NotInXml.Count)];

    [Theory]
    [MemberData(nameof(Nowhere))]
    public void What_no_document_can_carry_is_refused_by_every_one_that_has_it(int number) =>
        AssertRefused(NastyTexts.Nowhere[number], _ => true);

    [Theory]
    [MemberData(nameof(NotInXml))]
    public void What_XML_can_not_carry_is_refused_by_every_one_that_has_it(int number) =>
        AssertRefused(NastyTexts.NotInXml[number], _ => true);

    [Theory]
    [MemberData(nameof(NotInOptions))]
    public void A_line_break_is_refused_by_options(int number) => AssertRefused(NastyTexts.NotInOptions[number], document => document == "DriveArguments");

    [Fact]
    public void A_text_that_is_null_is_refused_by_every_document_that_has_it()
    {
        foreach (string path in EveryText.Paths)
        {
            foreach (TopologyDocument document in DocumentsWith(path))
            {
                TopologyDocument refusing = TopologyDocument.Of(EveryText.With(path, null)).Single(other => other.Name == document.Name);

                Assert.Equal(path, RefusedWrite.Of<ArgumentNullException>(refusing).ParamName);
            }
        }
    }

    private static void AssertRefused(string text, Func<string, bool> where)
    {
        foreach (string path in EveryText.Paths)
        {
            foreach (TopologyDocument document in DocumentsWith(path).Where(document => where(document.Name)))
            {
                string value = EveryText.Mark(path)[..1] + text;
                TopologyDocument refusing = TopologyDocument.Of(EveryText.With(path, value)).Single(other => other.Name == document.Name);

                ArgumentException refusal = RefusedWrite.Of<ArgumentException>(refusing);

                Assert.Equal(path, refusal.ParamName);
                Assert.StartsWith($"'{path}': COLO", refusal.Message);
            }
        }
    }

    private static IEnumerable<TopologyDocument> DocumentsWith(string path) => s_plain.Where(document =>
        Leaves.Of(document.Name, document.Text).Any(leaf => leaf.Value == EveryText.Mark(path)));
}
