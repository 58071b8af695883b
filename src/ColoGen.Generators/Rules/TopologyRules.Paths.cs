using System.Text;
using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

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

    private static readonly string[] s_paths = ["File", "Dev", "Socket", "SecretFile", "TlsDir"];

    private static readonly Rule s_emptyPath = new(
        "COLO0106", "A path or name is empty", "{0} of '{1}' is empty: give it, or leave it out where it is optional", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Settings
            .Where(setting => setting is { Value: TextConstant { Text: "" }, Name: not "Export" })
            .Select(setting => new Finding(new Place(layer.Path, setting.Name), setting.Name, layer.TypeName)),
        OfPair = pair => pair.Settings
            .Where(setting => setting.Value is TextConstant { Text: "" })
            .Select(setting => new Finding(new Place("", "ColoPair." + setting.Name), setting.Name, pair.Type.Name)),
    };

    private static readonly Rule s_relativePath = new(
        "COLO0107", "A path is relative", "{0} of '{1}' is '{2}', which depends on the folder that QEMU starts in, and libvirt's schema refuses it: give the whole path", RuleSeverity.Warning, RuleCategory.Sources)
    {
        OfLayer = layer => ConstantPaths(layer)
            .Where(path => path.Text is [not '/', ..] && !IsUrl(path.Text))
            .Select(path => new Finding(new Place(layer.Path, path.Name), path.Name, layer.TypeName, path.Text)),
    };

    private static readonly Rule s_url = new(
        "COLO0108", "A path is a URL", "{0} of '{1}' is '{2}', which QEMU would look for as a file: use the source for that protocol, such as [NbdSource]", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => ConstantPaths(layer)
            .Where(path => IsUrl(path.Text))
            .Select(path => new Finding(new Place(layer.Path, path.Name), path.Name, layer.TypeName, path.Text)),
    };

    private static readonly Rule s_extension = new(
        "COLO0109", "A path's extension is of another format", "{0} of '{1}' ends in '{2}', and its format is {3}: the guest would see the container's bytes, or QEMU none of the image's", RuleSeverity.Warning, RuleCategory.Sources)
    {
        OfLayer = layer => ConstantPaths(layer)
            .Where(path => path.Name == "File" && !path.Text.EndsWith(FlatExtent, StringComparison.Ordinal))
            .Select(path => (path, Extension: path.Text.Substring(path.Text.LastIndexOf('.') + 1).ToLowerInvariant()))
            .Where(found => found.Extension is "qcow2" or "qed" or "vmdk" or "vdi" or "vhdx" or "raw" or "dmg"
                && layer.Format is { } format && found.Extension != Formats.Driver(format) && (found.Extension, format) != ("raw", "Luks"))
            .Select(found => new Finding(
                new Place(layer.Path, "Format"), found.path.Name, layer.TypeName, found.Extension, Formats.Driver(layer.Format!))
            {
                Related = new Place(layer.Path, found.path.Name),
            }),
    };

    private static readonly Rule s_unwritable = new(
        "COLO0110", "A format that can't be written is opened for writing", "'{0}' at '{1}' is opened for writing, which the format {2} can't: make the disk ReadOnly, or put a qcow2 layer over it", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfTopology = index => index.Opened
            .Where(opened => opened.Layer.Format is "Bochs" or "Cloop" or "Dmg")
            .Where(opened => opened.Writes)
            .Select(opened => new Finding(
                new Place(opened.Layer.Path, "Format"), opened.Layer.TypeName, opened.Layer.Path, Formats.Driver(opened.Layer.Format!))),
    };

    private static readonly Rule s_oldFormat = new(
        "COLO0111", "A format that QEMU keeps only for old images", "'{0}' is a {1} image, a format that QEMU keeps only to read old images: convert it to qcow2", RuleSeverity.Info, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Format is "Qcow" or "Qed"
            ? [new Finding(new Place(layer.Path, "Format"), layer.TypeName, Formats.Driver(layer.Format))]
            : [],
    };

    private static readonly Rule s_hostAndSocket = new(
        "COLO0112", "An NBD server over TCP and over a socket at once", "'{0}' has a Socket and also {1}, which is not used then: keep one", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Settings.Get("Socket") is null
            ? []
            : new[] { "Host", "Port" }.Where(name => layer.Settings.Get(name) is not null)
                .Select(name => new Finding(new Place(layer.Path, name), layer.TypeName, name) { Related = new Place(layer.Path, "Socket") }),
    };

    private static readonly Rule s_tls = new(
        "COLO0113", "A setting of TLS without TLS", "'{0}' gives {1}, which is not used without Tls = true", RuleSeverity.Warning, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Settings.GetBoolean("Tls")
            ? []
            : new[] { "TlsDir", "TlsHostname" }.Where(name => layer.Settings.Get(name) is not null)
                .Select(name => new Finding(new Place(layer.Path, name), layer.TypeName, name)),
    };

    private static readonly Rule s_exportName = new(
        "COLO0114", "The name of an export is too long", "{0} of '{1}' has {2} bytes, and QEMU takes 4096", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => LongExport(layer.Path, "Export", layer.TypeName, layer.Settings),
        OfTopology = index => index.Topology.Attachments
            .SelectMany(attachment => LongExport(attachment.Path, "Name", attachment.Dev, attachment.Export ?? default)),
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
        OfTopology = index => Domain(index.Topology.Type.Name, index.Topology.Domain ?? default),
    };

    private static readonly Rule s_longPath = new(
        "COLO0122", "A path is longer than the system takes", "{0} of '{1}' {2}: shorten it", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => ConstantPaths(layer)
            .Select(path => (path.Name, Reason: TooLong(path.Name, path.Text)))
            .Where(path => path.Reason is not null)
            .Select(path => new Finding(new Place(layer.Path, path.Name), path.Name, layer.TypeName, path.Reason!)),
    };

    private static readonly Rule s_deviceOrFile = new(
        "COLO0123", "A device is opened as a file, or a file as a device", "{0} of '{1}' is '{2}': {3}", RuleSeverity.Warning, RuleCategory.Sources)
    {
        OfLayer = layer => ConstantPaths(layer)
            .Where(path => path is { Text: ['/', ..], Name: "File" or "Dev" } && IsDevice(path.Text) != (path.Name == "Dev"))
            .Select(path => new Finding(
                new Place(layer.Path, path.Name),
                path.Name,
                layer.TypeName,
                path.Text,
                path.Name == "Dev" ? "QEMU takes no file there, so use [FileSource]" : "QEMU takes no device there, so use [BlockSource]")),
    };

    /// <summary>Devices have their names under /dev, and so has memory that files are in.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static string? TooLong(string setting, string path)
    {
        int length = Encoding.UTF8.GetByteCount(path);
        int longestName = path.Split('/').Max(Encoding.UTF8.GetByteCount);
        return setting == "Socket" && length > MaxSocket ? $"has {Text(length)} bytes, and a unix socket's path may have {Text(MaxSocket)}"
            : length > MaxPath ? $"has {Text(length)} bytes, and a path may have {Text(MaxPath)}"
            : longestName > MaxNameInPath ? $"has a name of {Text(longestName)} bytes, which may have {Text(MaxNameInPath)}"
            : null;
    }

    private static IEnumerable<(string Name, string Text)> ConstantPaths(Layer layer) =>
        from setting in layer.Settings
        where s_paths.Contains(setting.Name) && setting.Value is TextConstant { Text.Length: > 0 }
        select (setting.Name, ((TextConstant)setting.Value).Text);

    /// <summary>A scheme as QEMU has them: letters and a colon before the first slash.</summary>
    private static bool IsUrl(string path)
    {
        int colon = path.IndexOf(':');
        return colon > 1 && path.Take(colon).All(character => character is (>= 'a' and <= 'z') or '+' or '-');
    }

    private static IEnumerable<Finding> Domain(string type, EquatableArray<Setting> settings)
    {
        if (settings.GetText("Name") is { } name && (name is "." or ".." || name.IndexOfAny(['/', '\n']) >= 0))
        {
            yield return new Finding(new Place("", "Domain.Name"), "Name", type, name, "libvirt names files after it, so leave out '/' and line breaks");
        }

        if (settings.GetText("Emulator") is { } emulator and not ['/', ..])
        {
            yield return new Finding(new Place("", "Domain.Emulator"), "Emulator", type, emulator, "give the whole path, or leave it out");
        }
    }

    private static IEnumerable<Finding> BadHost(string path, string setting, string owner, EquatableArray<Setting> settings) =>
        settings.GetText(setting) is { Length: > 0 } host && !IsHost(host)
            ? [new Finding(new Place(path, setting), setting, owner, host, "give a name or address alone, without port, brackets or spaces")]
            : [];

    private static IEnumerable<Finding> BadHostOfUri(string path, string setting, string owner, EquatableArray<Setting> settings) =>
        settings.GetText(setting) is { Length: > 0 } host && !(host is ['[', .., ']'] ? IsHost(host.Substring(1, host.Length - 2)) : IsHost(host) && !host.Contains(':'))
            ? [new Finding(new Place(path, setting), setting, owner, host, "it stands in a URI, so give a name or address alone, and IPv6 in brackets")]
            : [];

    private static bool IsHost(string host) =>
        host.IndexOfAny([' ', '/', '[', ']', '\t', '\n']) < 0 && host.Count(character => character == ':') != 1;

    private static IEnumerable<Finding> LongExport(string path, string setting, string owner, EquatableArray<Setting> settings) =>
        settings.GetText(setting) is { } name && Encoding.UTF8.GetByteCount(name) > MaxExportName
            ? [new Finding(new Place(path, setting), setting, owner, Text(Encoding.UTF8.GetByteCount(name)))]
            : [];

    private static IEnumerable<Finding> BadUuid(string path, string setting, string owner, EquatableArray<Setting> settings) =>
        settings.GetText(setting) is { } uuid && !Guid.TryParseExact(uuid, uuid.Contains('-') ? "D" : "N", out _)
            ? [new Finding(new Place(path, setting), setting, owner, uuid)]
            : [];
}
