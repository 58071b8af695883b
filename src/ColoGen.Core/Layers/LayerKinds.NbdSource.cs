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
                .AddText("dir", context.Layer.Settings.Text("TlsDir") ?? DefaultTlsDir)
                .Add("endpoint", "client")
                .Add("verify-peer", true)
                .ToArray()]
            : default,
        Xml: NbdXml,
        Required: [["Host", "Socket"]]);

    private static Text? NbdPortOf(Layer layer) => layer.Settings.Number("Port", 1, 65535);

    private static bool UsesTls(Layer layer) => layer.Settings.GetBoolean("Tls");

    private static Name NbdTls(LayerContext context) => context.Name.With("-tls");

    private static EquatableArray<Option> NbdOptions(LayerContext context)
    {
        EquatableArray<Setting> settings = context.Layer.Settings;
        ObjectOption server = settings.Text("Socket") is { } socket
            ? new Options().Add("type", "unix").AddText("path", socket).ToObject()
            : new Options().Add("type", "inet").AddText("host", settings.Text("Host")).AddText("port", NbdPortOf(context.Layer) ?? NbdPort).ToObject();
        return new Options()
            .Add("server", server)
            .AddText("export", settings.Text("Export"))
            .Add("tls-creds", UsesTls(context.Layer) ? NbdTls(context) : null)
            .AddText("tls-hostname", settings.Text("TlsHostname"))
            .AddBare("open-timeout", settings.Number(NbdOpenTimeout, 1))
            .ToArray();
    }

    private static void NbdXml(IXmlWriter xml, Layer layer, Text? index)
    {
        EquatableArray<Setting> settings = layer.Settings;
        xml.Begin("source")
            .Attribute("protocol", "nbd")
            .Attribute("name", settings.Text("Export"))
            .Attribute("tls", UsesTls(layer) ? "yes" : null)
            .Attribute("tlsHostname", settings.Text("TlsHostname"))
            .Attribute("index", index)
            .Begin("host");
        if (settings.Text("Socket") is { } socket) xml.Attribute("transport", "unix").Attribute("socket", socket);
        else xml.Attribute("name", settings.Text("Host")).Attribute("port", NbdPortOf(layer) ?? NbdPort);
        xml.End();
    }
}
