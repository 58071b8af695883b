using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    /// <summary>The port that the protocol is registered for.</summary>
    private const string NbdPort = "10809";

    /// <summary>A setting that only a pair makes, of what it connects while a guest runs.</summary>
    public const string NbdOpenTimeout = "OpenTimeout";

    /// <summary>Where QEMU, as libvirt sets it up, has its certificates.</summary>
    public const string DefaultTlsDir = "/etc/pki/qemu";

    private static readonly LayerKind s_nbdSource = new(
        Attribute: "NbdSource",
        IsSource: true,
        XmlType: "network",
        Driver: "nbd",
        ChildKey: "backing",
        Options: NbdOptions,
        Objects: context => UsesTls(context.Layer)
            ? [new Options()
                .Add("qom-type", "tls-creds-x509")
                .Add("id", NbdTls(context))
                .Add("dir", context.Layer.Settings.Get("TlsDir") ?? DefaultTlsDir)
                .Add("endpoint", "client")
                .AddBoolean("verify-peer", true)
                .ToArray()]
            : default,
        Xml: NbdXml,
        Required: [["Host", "Socket"]]);

    private static DocumentValue? NbdPortOf(Layer layer) => layer.Settings.Number("Port", 1, 65535);

    private static bool UsesTls(Layer layer) => layer.Settings.GetBoolean("Tls");

    private static NodeName NbdTls(LayerContext context) => context.Name.With("-tls");

    private static EquatableArray<Option> NbdOptions(LayerContext context)
    {
        EquatableArray<Setting> settings = context.Layer.Settings;
        Options server = settings.Get("Socket") is { } socket
            ? new Options().Add("type", "unix").Add("path", socket)
            : new Options().Add("type", "inet").Add("host", settings.Get("Host")).Add("port", NbdPortOf(context.Layer) ?? NbdPort);
        return new Options()
            .AddObject("server", server)
            .Add("export", settings.Get("Export"))
            .Add("tls-creds", UsesTls(context.Layer) ? NbdTls(context) : null)
            .Add("tls-hostname", settings.Get("TlsHostname"))
            .AddNumber("open-timeout", settings.Number(NbdOpenTimeout, 1))
            .ToArray();
    }

    private static void NbdXml(XmlBuilder xml, Layer layer, DocumentValue? index)
    {
        EquatableArray<Setting> settings = layer.Settings;
        xml.StartElement("source")
            .Attribute("protocol", "nbd")
            .Attribute("name", settings.Get("Export"))
            .Attribute("tls", UsesTls(layer) ? "yes" : null)
            .Attribute("tlsHostname", settings.Get("TlsHostname"))
            .Attribute("index", index)
            .StartElement("host");
        if (settings.Get("Socket") is { } socket) xml.Attribute("transport", "unix").Attribute("socket", socket);
        else xml.Attribute("name", settings.Get("Host")).Attribute("port", NbdPortOf(layer) ?? NbdPort);
        xml.EndElement();
    }
}
