using System.Text;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    /// <summary>QEMU's limit for the name of an export, in bytes.</summary>
    private const int MaxExportName = 4096;

    /// <summary>How VMware names the plain bytes beside a descriptor.</summary>
    private const string FlatExtent = "-flat.vmdk";

    /// <summary>Linux's limits, in bytes.</summary>
    private const int MaxSocket = 108;
    private const int MaxPath = 4095;
    private const int MaxNameInPath = 255;

    private static readonly char[] s_notInHosts = [' ', '/', '[', ']', '\t', '\n'];

    private static readonly Rule s_emptyPath = new(
        "COLO0106", "A path or name is empty", "{0} of '{1}' is empty: give it, or leave it out where it is optional", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => Findings.OfEach(layer, layer.Settings, static (layer, setting) => setting is { Value: TextConstant { Text: "" }, Name: not "Export" }
            ? new Finding(new Place(layer.Path, setting.Name), setting.Name, layer.TypeName)
            : null),
        OfPair = pair => Findings.OfEach(pair, pair.Settings, static (pair, setting) => setting.Value is TextConstant { Text: "" }
            ? new Finding(new Place("", "ColoPair." + setting.Name), setting.Name, pair.Type.Name)
            : null),
    };

    private static readonly Rule s_relativePath = new(
        "COLO0107", "A path is relative", "{0} of '{1}' is '{2}', which depends on the folder that QEMU starts in, and libvirt's schema refuses it: give the whole path", RuleSeverity.Warning, RuleCategory.Sources)
    {
        OfLayer = layer => Findings.OfEach(layer, layer.Settings, static (layer, setting) => ConstantPath(setting) is [not '/', ..] and var path && !IsUrl(path)
            ? new Finding(new Place(layer.Path, setting.Name), setting.Name, layer.TypeName, path)
            : null),
    };

    private static readonly Rule s_url = new(
        "COLO0108", "A path is a URL", "{0} of '{1}' is '{2}', which QEMU would look for as a file: use the source for that protocol, such as [NbdSource]", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => Findings.OfEach(layer, layer.Settings, static (layer, setting) => ConstantPath(setting) is { } path && IsUrl(path)
            ? new Finding(new Place(layer.Path, setting.Name), setting.Name, layer.TypeName, path)
            : null),
    };

    private static readonly Rule s_extension = new(
        "COLO0109", "A path's extension is of another format", "{0} of '{1}' ends in '{2}', and its format is {3}: the guest would see the container's bytes, or QEMU none of the image's", RuleSeverity.Warning, RuleCategory.Sources)
    {
        OfLayer = layer => Findings.OfEach(layer, layer.Settings, static (layer, setting) =>
            setting.Name == "File" && ConstantPath(setting) is { } path && layer.Format is { } format && OtherExtension(path, format) is { } extension
                ? new Finding(new Place(layer.Path, "Format"), setting.Name, layer.TypeName, extension, DiskFormats.Driver(format)) { Related = new Place(layer.Path, setting.Name) }
                : null),
    };

    private static readonly Rule s_unwritable = new(
        "COLO0110", "A format that can't be written is opened for writing", "'{0}' at '{1}' is opened for writing, which the format {2} can't: make the disk ReadOnly, or put a qcow2 layer over it", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfOpened = opened => opened is { Writes: true, Layer: { Format: ("Bochs" or "Cloop" or "Dmg") and var format } layer }
            ? [new Finding(new Place(layer.Path, "Format"), layer.TypeName, layer.Path, DiskFormats.Driver(format))]
            : [],
    };

    private static readonly Rule s_oldFormat = new(
        "COLO0111", "A format that QEMU keeps only for old images", "'{0}' is a {1} image, a format that QEMU keeps only to read old images: convert it to qcow2", RuleSeverity.Info, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Format is "Qcow" or "Qed"
            ? [new Finding(new Place(layer.Path, "Format"), layer.TypeName, DiskFormats.Driver(layer.Format))]
            : [],
    };

    private static readonly Rule s_hostAndSocket = new(
        "COLO0112", "An NBD server over TCP and over a socket at once", "'{0}' has a Socket and also {1}, which is not used then: keep one", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Settings.Get("Socket") is null ? [] : Unused(layer, "Host", "Socket").Then(Unused(layer, "Port", "Socket")),
    };

    private static readonly Rule s_tls = new(
        "COLO0113", "A setting of TLS without TLS", "'{0}' gives {1}, which is not used without Tls = true", RuleSeverity.Warning, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Settings.GetBoolean("Tls") ? [] : Unused(layer, "TlsDir").Then(Unused(layer, "TlsHostname")),
    };

    private static readonly Rule s_exportName = new(
        "COLO0114", "The name of an export is too long", "{0} of '{1}' has {2} bytes, and QEMU takes 4096", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => LongExport(layer.Path, "Export", layer.TypeName, layer.Settings),
        OfAttachment = (_, attachment) => LongExport(attachment.Path, "Name", attachment.Dev, attachment.Export ?? default),
    };

    private static readonly Rule s_uuid = new(
        "COLO0115", "A UUID is malformed", "{0} of '{1}' is '{2}', which is not a UUID", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Settings.GetText("SecretUuid") is "" ? [] : BadUuid(layer.Path, "SecretUuid", layer.TypeName, layer.Settings),
        OfTopology = index => BadUuid("", "Uuid", index.Topology.Type.Name, index.Topology.Domain ?? default),
    };

    private static readonly Rule s_host = new(
        "COLO0116", "A host is not a name or address", "{0} of '{1}' is '{2}': {3}", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => BadHost(layer.Path, "Host", layer.TypeName, layer.Settings),
        OfPair = pair => BadHost("", "NbdHost", pair.Type.Name, pair.Settings).Concat(BadHostOfUri("", "MigrationHost", pair.Type.Name, pair.Settings)),
    };

    private static readonly Rule s_tlsOverSocket = new(
        "COLO0117", "TLS over a unix socket without the name of the server", "'{0}' has Tls over a unix socket, which has no name to compare with the server's certificate: give TlsHostname", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Settings.GetBoolean("Tls") && layer.Settings.Get("Socket") is not null && layer.Settings.Get("TlsHostname") is null
            ? [new Finding(new Place(layer.Path, "Tls"), layer.TypeName) { Related = new Place(layer.Path, "Socket") }]
            : [],
    };

    private static readonly Rule s_domain = new(
        "COLO0118", "A domain's name or emulator that libvirt does not take", "{0} of '{1}' is '{2}': {3}", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfTopology = index => index.Topology.Domain is { } domain ? DomainName(index.Topology, domain).Then(Emulator(index.Topology, domain)) : [],
    };

    private static readonly Rule s_longPath = new(
        "COLO0122", "A path is longer than the system takes", "{0} of '{1}' {2}: shorten it", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => Findings.OfEach(layer, layer.Settings, static (layer, setting) => ConstantPath(setting) is { } path && TooLong(setting.Name, path) is { } reason
            ? new Finding(new Place(layer.Path, setting.Name), setting.Name, layer.TypeName, reason)
            : null),
    };

    private static readonly Rule s_deviceOrFile = new(
        "COLO0123", "A device is opened as a file, or a file as a device", "{0} of '{1}' is '{2}': {3}", RuleSeverity.Warning, RuleCategory.Sources)
    {
        OfLayer = layer => Findings.OfEach(layer, layer.Settings, static (layer, setting) => (setting.Name, ConstantPath(setting)) switch
        {
            ("Dev", ['/', ..] path) when !IsDevice(path) => new Finding(
                new Place(layer.Path, setting.Name), setting.Name, layer.TypeName, path, "QEMU takes no file there, so use [FileSource]"),
            ("File", ['/', ..] path) when IsDevice(path) => new Finding(
                new Place(layer.Path, setting.Name), setting.Name, layer.TypeName, path, "QEMU takes no device there, so use [BlockSource]"),
            _ => null,
        }),
    };

    /// <summary>A setting that is given and not used.</summary>
    private static IEnumerable<Finding> Unused(Layer layer, string setting, string? because = null) => layer.Settings.Get(setting) is null
        ? []
        : [new Finding(new Place(layer.Path, setting), layer.TypeName, setting) { Related = because is null ? null : new Place(layer.Path, because) }];

    /// <summary>The extension of a file that is of another format; null where there is none.</summary>
    private static string? OtherExtension(string file, string format)
    {
        if (file.EndsWith(FlatExtent, StringComparison.Ordinal)) return null;
        string extension = file.Substring(file.LastIndexOf('.') + 1).ToLowerInvariant();
        return extension is "qcow2" or "qed" or "vmdk" or "vdi" or "vhdx" or "raw" or "dmg"
            && extension != DiskFormats.Driver(format) && (extension, format) != ("raw", "Luks")
            ? extension
            : null;
    }

    /// <summary>Devices have their names under /dev, and so has memory that files are in.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static string? TooLong(string setting, string path)
    {
        int length = Encoding.UTF8.GetByteCount(path);
        int longestName = length <= MaxNameInPath ? length : path.Split('/').Max(Encoding.UTF8.GetByteCount);
        return setting == "Socket" && length > MaxSocket ? $"has {Text(length)} bytes, and a unix socket's path may have {Text(MaxSocket)}"
            : length > MaxPath ? $"has {Text(length)} bytes, and a path may have {Text(MaxPath)}"
            : longestName > MaxNameInPath ? $"has a name of {Text(longestName)} bytes, which may have {Text(MaxNameInPath)}"
            : null;
    }

    private static string? ConstantPath(Setting setting) =>
        setting is { Value: TextConstant { Text: { Length: > 0 } path }, Name: "File" or "Dev" or "Socket" or "SecretFile" or "TlsDir" } ? path : null;

    /// <summary>A scheme as QEMU has them: letters and a colon before the first slash.</summary>
    private static bool IsUrl(string path)
    {
        int colon = path.IndexOf(':');
        for (int at = 0; at < colon; at++)
        {
            if (path[at] is not ((>= 'a' and <= 'z') or '+' or '-')) return false;
        }

        return colon > 1;
    }

    private static IEnumerable<Finding> DomainName(Topology topology, EquatableArray<Setting> domain) =>
        domain.GetText("Name") is { } name && (name is "." or ".." || name.IndexOf('/') >= 0 || name.IndexOf('\n') >= 0)
            ? [new Finding(new Place("", "Domain.Name"), "Name", topology.Type.Name, name, "libvirt names files after it, so leave out '/' and line breaks")]
            : [];

    private static IEnumerable<Finding> Emulator(Topology topology, EquatableArray<Setting> domain) =>
        domain.GetText("Emulator") is { } emulator and not ['/', ..]
            ? [new Finding(new Place("", "Domain.Emulator"), "Emulator", topology.Type.Name, emulator, "give the whole path, or leave it out")]
            : [];

    private static IEnumerable<Finding> BadHost(string path, string setting, string owner, EquatableArray<Setting> settings) =>
        settings.GetText(setting) is { Length: > 0 } host && !IsHost(host)
            ? [new Finding(new Place(path, setting), setting, owner, host, "give a name or address alone, without port, brackets or spaces")]
            : [];

    private static IEnumerable<Finding> BadHostOfUri(string path, string setting, string owner, EquatableArray<Setting> settings) =>
        settings.GetText(setting) is { Length: > 0 } host && !(host is ['[', .., ']'] ? IsHost(host.Substring(1, host.Length - 2)) : IsHost(host) && host.IndexOf(':') < 0)
            ? [new Finding(new Place(path, setting), setting, owner, host, "it stands in a URI, so give a name or address alone, and IPv6 in brackets")]
            : [];

    private static bool IsHost(string host) =>
        host.IndexOfAny(s_notInHosts) < 0 && (host.IndexOf(':') < 0 || host.IndexOf(':') != host.LastIndexOf(':'));

    private static IEnumerable<Finding> LongExport(string path, string setting, string owner, EquatableArray<Setting> settings) =>
        settings.GetText(setting) is { } name && Encoding.UTF8.GetByteCount(name) > MaxExportName
            ? [new Finding(new Place(path, setting), setting, owner, Text(Encoding.UTF8.GetByteCount(name)))]
            : [];

    private static IEnumerable<Finding> BadUuid(string path, string setting, string owner, EquatableArray<Setting> settings) =>
        settings.GetText(setting) is { } uuid && !Guid.TryParseExact(uuid, uuid.IndexOf('-') >= 0 ? "D" : "N", out _)
            ? [new Finding(new Place(path, setting), setting, owner, uuid)]
            : [];
}
