using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The tree XML.</summary>
internal static class TreeXmlDocument
{
    public static IReadOnlyList<Piece> Template(TopologyIndex index) => XmlTemplate.Of(index, TreeXmlLowering.Lower);
}
