using ColoGen.Core.Analysis;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>The tree XML.</summary>
internal static class TreeXmlDocument
{
    public static void Write(TemplateBuilder builder, TopologyContext index) => TreeXmlLowering.Lower(new XmlTemplate(builder), index);
}
