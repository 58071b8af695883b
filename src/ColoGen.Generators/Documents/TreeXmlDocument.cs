using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The tree XML.</summary>
internal static class TreeXmlDocument
{
    public static void Write(TemplateBuilder builder, TopologyIndex index) => TreeXmlLowering.Lower(new XmlTemplate(builder), index);
}
