using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static class ReplicationKind
{
    public static LayerKind Kind { get; } = new()
    {
        Attribute = AttributeName.Of<ReplicationAttribute>(),
        Role = LayerRole.Filter,
        XmlType = "replication",
        Driver = "replication",
        LibvirtSince = null,
        Children = LayerChildren.Named("file"),
        Settings = [new(nameof(ReplicationAttribute.Mode), SettingType.Enum) { IsConstantOnly = true }, .. CommonSettings.OfLayers],
        Required = [[nameof(ReplicationAttribute.Mode)]],
        Image = ImageIdentity.None,
        IsLocal = false,
        TakesAio = false,
        HasHostCache = false,
        PassesDiscards = false,
        PassesZeroes = false,
        Options = context => new Options()
            .Add("mode", ModeOf(context.Layer))
            .Add("top-id", context.Layer.IsReplication(ReplicationMode.Secondary) ? context.Root : null)
            .ToArray(),
        Objects = _ => default,
        Xml = (xml, layer, _) => xml.StartElement("driver")
            .Attribute("name", "qemu")
            .Attribute("type", "replication")
            .Attribute("mode", ModeOf(layer)),
    };

    private static DocumentValue? ModeOf(Layer layer) => layer.Settings.Member(nameof(ReplicationAttribute.Mode));
}
