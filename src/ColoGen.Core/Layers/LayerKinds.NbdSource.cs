using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    /// <summary>A setting that only a pair makes, of what it connects while a guest runs.</summary>
    public const string NbdOpenTimeout = "OpenTimeout";

    /// <summary>Where QEMU, as libvirt sets it up, has its certificates.</summary>
    public const string DefaultTlsDir = "/etc/pki/qemu";

    private static readonly LayerKind s_nbdSource = new(
        Attribute: AttributeName.Of<NbdSourceAttribute>(),
        IsSource: true,
        XmlType: "network",
        Driver: "nbd",
        ChildKey: "backing",
        Options: NbdOptions,
        Objects: context => UsesTls(context.Layer)
            ? [new Options()
                .Add("qom-type", "tls-creds-x509")
                .Add("id", NbdTls(context))
                .Add("dir", context.Layer.Settings.Get(nameof(NbdSourceAttribute.TlsDir)) ?? DefaultTlsDir)
                .Add("endpoint", "client")
                .AddBoolean("verify-peer", true)
                .ToArray()]
            : default,
        Xml: NbdXml,
        Required: [[nameof(NbdSourceAttribute.Host), nameof(NbdSourceAttribute.Socket)]]);

    private static DocumentValue? NbdPortOf(Layer layer) => layer.Settings.Number(nameof(NbdSourceAttribute.Port), TcpPort.Minimum, TcpPort.Maximum);

    private static bool UsesTls(Layer layer) => layer.Settings.GetBoolean(nameof(NbdSourceAttribute.Tls));

    private static NodeName NbdTls(LayerContext context) => context.Name.With("-tls");

    private static EquatableArray<Option> NbdOptions(LayerContext context)
    {
        EquatableArray<Setting> settings = context.Layer.Settings;
        Options server = settings.Get(nameof(NbdSourceAttribute.Socket)) is { } socket
            ? new Options().Add("type", "unix").Add("path", socket)
            : new Options()
                .Add("type", "inet")
                .Add("host", settings.Get(nameof(NbdSourceAttribute.Host)))
                .Add("port", NbdPortOf(context.Layer) ?? TcpPort.Nbd.ToText());
        return new Options()
            .AddObject("server", server)
            .Add("export", settings.Get(nameof(NbdSourceAttribute.Export)))
            .Add("tls-creds", UsesTls(context.Layer) ? NbdTls(context) : null)
            .Add("tls-hostname", settings.Get(nameof(NbdSourceAttribute.TlsHostname)))
            .AddNumber("open-timeout", settings.Number(NbdOpenTimeout, 1))
            .ToArray();
    }

    private static void NbdXml(XmlBuilder xml, Layer layer, DocumentValue? index)
    {
        EquatableArray<Setting> settings = layer.Settings;
        xml.StartElement("source")
            .Attribute("protocol", "nbd")
            .Attribute("name", settings.Get(nameof(NbdSourceAttribute.Export)))
            .Attribute("tls", UsesTls(layer) ? "yes" : null)
            .Attribute("tlsHostname", settings.Get(nameof(NbdSourceAttribute.TlsHostname)))
            .Attribute("index", index)
            .StartElement("host");
        if (settings.Get(nameof(NbdSourceAttribute.Socket)) is { } socket) xml.Attribute("transport", "unix").Attribute("socket", socket);
        else xml.Attribute("name", settings.Get(nameof(NbdSourceAttribute.Host))).Attribute("port", NbdPortOf(layer) ?? TcpPort.Nbd.ToText());
        xml.EndElement();
    }
}
