using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.OnLibvirt;

public sealed class TreeXmlTests
{
    private static readonly string s_schema = Path.Combine(AppContext.BaseDirectory, "schemas", "tree.rng");

    public static TheoryData<string> Cases => TopologyCases.Names(_ => true);

    [ToolTheory("xmllint", "virsh")]
    [MemberData(nameof(Cases))]
    public async Task Tree_XML_is_valid_by_the_shipped_schema(string name)
    {
        ITreeXml topology = (ITreeXml)TopologyCases.Get(name).Make(Images.Nowhere);

        Assert.Null(await RelaxNg.ValidateAsync(s_schema, topology.ToTreeXmlString()));
    }

    [ToolFact("xmllint", "virsh")]
    public async Task The_schema_refuses_a_layer_that_is_not_of_the_dialect()
    {
        ITreeXml topology = (ITreeXml)TopologyCases.Get("secondary host").Make(Images.Nowhere);

        Assert.NotNull(await RelaxNg.ValidateAsync(s_schema, topology.ToTreeXmlString().Replace("'replication'", "'replica'")));
    }
}
