using ColoGen.Conformance.Tests.Documents.Data;
using ColoPair;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>
/// Every document of both hosts of the sample, as files, so that a change of what is written shows in review.
/// COLOGEN_UPDATE_GOLDEN=1 writes them anew.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "ColoGen.Conformance.Tests", "Documents", "Golden");

    private static readonly Dictionary<string, object> s_topologies = new()
    {
        ["primary"] = new PrimaryHost(new(new("/images/primary.qcow2"), new(new("192.0.2.2", 10809))), DomainType.Kvm),
        ["primary-alone"] = new PrimaryHost(new(new("/images/primary.qcow2"), null), DomainType.Kvm),
        ["secondary"] = new SecondaryHost(
            new("/images/parent.qcow2"), new(new(new("/images/active.qcow2", new("/images/hidden.qcow2")))), DomainType.Kvm),
    };

    public static TheoryData<string, string> Documents
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach ((string name, object topology) in s_topologies)
            {
                foreach (TopologyDocument document in TopologyDocument.Of(topology)) data.Add(name, document.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_as_it_was(string topology, string document)
    {
        string file = Path.Combine(s_folder, $"{topology}.{document}.txt");
        string text = TopologyDocument.Of(s_topologies[topology]).Single(item => item.Name == document).Text;

        // One argument a line, for people.
        string readable = text.Replace('\0', '\n');
        if (Environment.GetEnvironmentVariable("COLOGEN_UPDATE_GOLDEN") == "1") File.WriteAllText(file, readable);

        Assert.Equal(File.ReadAllText(file), readable);
    }

    [Fact]
    public void There_is_no_file_without_a_document() =>
        Assert.Equal(
            Documents.Select(item => $"{item[0]}.{item[1]}.txt").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(s_folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
}
