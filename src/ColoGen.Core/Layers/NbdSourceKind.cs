using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static class NbdSourceKind
{
    /// <summary>A setting that only a pair makes, of what it connects while a guest runs.</summary>
    public const string OpenTimeout = "OpenTimeout";

    /// <summary>QEMU's limit for the name of an export.</summary>
    public const int MaximumExportBytes = 4096;

    private static readonly LayerSetting s_port = new(nameof(NbdSourceAttribute.Port), SettingType.TcpPort)
    {
        Default = new NumberConstant(TcpPort.Nbd),
        IsNeverNull = true,
    };

    /// <summary>The default is where QEMU, as libvirt sets it up, has its certificates.</summary>
    public static LayerSetting TlsDir { get; } = new(nameof(NbdSourceAttribute.TlsDir), SettingType.HostPath)
    {
        Default = "/etc/pki/qemu",
        IsFolder = true,
    };

    public static LayerKind Kind { get; } = new()
    {
        Attribute = AttributeName.Of<NbdSourceAttribute>(),
        Role = LayerRole.Source,
        XmlType = "network",
        Driver = "nbd",
        // formatdomain.rst, <source>: "network … Since 0.8.7", for the protocol "nbd" as well, which has no version of its own.
        LibvirtSince = "0.8.7",
        Children = LayerChildren.None,
        Settings =
        [
            new(nameof(NbdSourceAttribute.Host), SettingType.HostName),
            s_port,
            new(nameof(NbdSourceAttribute.Socket), SettingType.SocketPath),
            new(nameof(NbdSourceAttribute.Export), SettingType.Text) { MaximumBytes = MaximumExportBytes, MayBeEmpty = true },
            new(nameof(NbdSourceAttribute.Tls), SettingType.Boolean) { IsConstantOnly = true },
            TlsDir,
            new(nameof(NbdSourceAttribute.TlsHostname), SettingType.Text),
            .. CommonSettings.OfSources,
        ],
        Required = [[nameof(NbdSourceAttribute.Host), nameof(NbdSourceAttribute.Socket)]],
        Image = ImageOf,
        IsLocal = false,
        TakesAio = false,
        HasHostCache = false,
        PassesDiscards = true,
        PassesZeroes = true,
        Options = OptionsOf,
        Objects = context => UsesTls(context.Layer)
            ? [new Options()
                .Add("qom-type", "tls-creds-x509")
                .Add("id", TlsName(context))
                .Add("dir", context.Layer.Settings.Get(TlsDir))
                .Add("endpoint", "client")
                .AddBoolean("verify-peer", true)
                .ToArray()]
            : default,
        Xml = WriteXml,
    };

    private static bool UsesTls(Layer layer) => layer.Settings.GetBoolean(nameof(NbdSourceAttribute.Tls));

    private static NodeName TlsName(LayerContext context) => context.Name.With("-tls");

    private static ImageIdentity? ImageOf(Layer layer)
    {
        EquatableArray<Setting> settings = layer.Settings;
        if (settings.Get(nameof(NbdSourceAttribute.Export)) is PropertyValue) return null;
        string? export = settings.GetText(nameof(NbdSourceAttribute.Export));
        if (settings.GetText(nameof(NbdSourceAttribute.Socket)) is { } socket)
        {
            return new ImageIdentity($"nbd+unix:///{export}?socket={ImageIdentity.Normalized(socket)}", nameof(NbdSourceAttribute.Socket));
        }

        return settings.GetText(nameof(NbdSourceAttribute.Host)) is { } host && settings.Get(s_port) is NumberConstant port
            ? new ImageIdentity($"nbd://{host.ToLowerInvariant()}:{port.Number.ToText()}/{export}", nameof(NbdSourceAttribute.Host))
            : null;
    }

    private static EquatableArray<Option> OptionsOf(LayerContext context)
    {
        EquatableArray<Setting> settings = context.Layer.Settings;
        Options server = settings.Get(nameof(NbdSourceAttribute.Socket)) is { } socket
            ? new Options().Add("type", "unix").Add("path", socket)
            : new Options()
                .Add("type", "inet")
                .Add("host", settings.Get(nameof(NbdSourceAttribute.Host)))
                .Add("port", settings.Get(s_port));
        return new Options()
            .AddObject("server", server)
            .Add("export", settings.Get(nameof(NbdSourceAttribute.Export)))
            .Add("tls-creds", UsesTls(context.Layer) ? TlsName(context) : null)
            .Add("tls-hostname", settings.Get(nameof(NbdSourceAttribute.TlsHostname)))
            .AddNumber("open-timeout", settings.Number(OpenTimeout, 1))
            .ToArray();
    }

    private static void WriteXml(XmlBuilder xml, Layer layer, DocumentValue? index)
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
        else xml.Attribute("name", settings.Get(nameof(NbdSourceAttribute.Host))).Attribute("port", settings.Get(s_port));
        xml.EndElement();
    }
}
