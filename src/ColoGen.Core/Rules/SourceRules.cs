using System.Globalization;
using System.Text;
using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Layers.Formats;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO01xx: formats, sources, paths and names.</summary>
internal static class SourceRules
{
    private static readonly string[] s_requiredOfPairs =
    [
        nameof(ColoPairAttribute.NbdHost), nameof(ColoPairAttribute.NbdPort),
        nameof(ColoPairAttribute.MigrationHost), nameof(ColoPairAttribute.MigrationPort),
    ];

    public static Rule MissingFormat { get; } = new(
        "COLO0101",
        "Missing image format",
        "'{0}' has no format, and libvirt would take it for raw: add Format = DiskFormat.Qcow2, or what the image is",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Format is null && LayerKinds.Get(layer.Kind).IsSource
            ? [new RuleResult(new Place(layer.Path, nameof(SourceAttribute.Format)), layer.TypeName)
            {
                Fixes = [new Fix(nameof(SourceAttribute.Format), DiskFormat.Qcow2), new Fix(nameof(SourceAttribute.Format), DiskFormat.Raw)],
            }]
            : [],
    };

    public static Rule FormatWithoutBacking { get; } = new(
        "COLO0102",
        "Backing layer not supported by the format",
        "'{0}' has a backing layer, which the format {1} can't have: use qcow2, or remove the backing",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Format is { } format && !DiskFormats.Get(format).CanHaveBacking && (layer.Edges.Count > 0 || layer.Reference is not null)
            ? [new RuleResult(new Place(layer.Path, nameof(SourceAttribute.Format)), layer.TypeName, DiskFormats.Get(format).Driver)]
            : [],
    };

    public static Rule MissingSetting { get; } = new(
        "COLO0103",
        "Missing required setting",
        "'{0}' has no {1}: give it in the attribute, or as a property of that name",
        RuleSeverity.Error)
    {
        OfLayer = layer => HasRequiredSettings(layer) ? [] : MissingSettings(layer),
        OfTopology = context => context.Topology.Domain is { } domain && domain.Get(nameof(DomainAttribute.Name)) is (null or TextConstant { Text: "" })
            ? [new RuleResult(Place.Of<DomainAttribute>("", nameof(DomainAttribute.Name)), context.Topology.Type.Name, nameof(DomainAttribute.Name))]
            : [],
        OfPair = pair => s_requiredOfPairs
            .Where(name => pair.Settings.Get(name) is null)
            .Select(name => new RuleResult(Place.Of<ColoPairAttribute>("", name), pair.Type.Name, name)),
    };

    public static Rule UnsupportedCharacter { get; } = new(
        "COLO0104",
        "Character not allowed in a document",
        "{0} of '{1}' has the character U+{2}, which {3}: remove it",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting.Text is { } text && DocumentText.FirstUnsupported(text, IsPath(setting)) is >= 0 and var at
            ? [UnsupportedAt(setting, text, at)]
            : [],
        OfAttachment = (context, attachment) =>
            context.Topology.Documents.HasFlag(TopologyDocuments.DriveArguments) && attachment.Top.Has(static layer => HasControl(layer))
                ? ControlCharacters(attachment)
                : [],
    };

    public static Rule IncompleteEncryption { get; } = new(
        "COLO0105",
        "Incomplete or unsupported image encryption",
        "'{0}' is encrypted and needs both SecretFile, for QEMU, and SecretUuid, for libvirt, and a Format of qcow2 or luks: give both, or neither",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Format is { } format && IsWronglyEncrypted(layer, format)
            ? [new RuleResult(
                new Place(
                    layer.Path,
                    layer.Settings.Get(nameof(SourceAttribute.SecretFile)) is null ? nameof(SourceAttribute.Format) : nameof(SourceAttribute.SecretFile)),
                layer.TypeName)]
            : [],
    };

    public static Rule EmptyText { get; } = new(
        "COLO0106",
        "Empty path or name",
        "{0} of '{1}' is empty: give it, or leave it out where it is optional",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting switch
        {
            { Text: "", Definition.MayBeEmpty: false } =>
                [new RuleResult(setting.Place, setting.Name, setting.Owner)],
            { Text: "", Kind: DeclarationKind.Pair } => [new RuleResult(Place.Of<ColoPairAttribute>("", setting.Name), setting.Name, setting.Owner)],
            _ => [],
        },
    };

    public static Rule RelativePath { get; } = new(
        "COLO0107",
        "Relative file path",
        "{0} of '{1}' is '{2}', which depends on the folder that QEMU starts in, and libvirt's schema refuses it: give the whole path",
        RuleSeverity.Warning)
    {
        OfSetting = setting => PathOf(setting) is [not '/', ..] and var path && !IsUrl(path)
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner, path)]
            : [],
    };

    public static Rule UrlAsPath { get; } = new(
        "COLO0108",
        "URL used as a file path",
        "{0} of '{1}' is '{2}', which QEMU would look for as a file: use the source for that protocol, such as [NbdSource]",
        RuleSeverity.Error)
    {
        OfSetting = setting => PathOf(setting) is { } path && IsUrl(path) ? [new RuleResult(setting.Place, setting.Name, setting.Owner, path)] : [],
    };

    public static Rule ExtensionOfOtherFormat { get; } = new(
        "COLO0109",
        "File extension does not match the format",
        "{0} of '{1}' ends in '{2}', and its format is {3}: the guest may see wrong bytes, so give the format that 'qemu-img info' shows",
        RuleSeverity.Warning)
    {
        OfLayer = layer => layer.Format is { } format && layer.Settings.GetText(nameof(FileSourceAttribute.File)) is { Length: > 0 } path
            && ImageFileName.ExtensionOfOther(path, format) is { } extension
                ? [new RuleResult(
                    new Place(layer.Path, nameof(SourceAttribute.Format)),
                    nameof(FileSourceAttribute.File),
                    layer.TypeName,
                    extension,
                    DiskFormats.Get(format).Driver)
                {
                    Related = new Place(layer.Path, nameof(FileSourceAttribute.File)),
                }]
                : [],
    };

    public static Rule ReadOnlyFormat { get; } = new(
        "COLO0110",
        "Read-only image format opened for writing",
        "'{0}' at '{1}' is opened for writing, which the format {2} can't: make the disk ReadOnly, or put a qcow2 layer over it",
        RuleSeverity.Error)
    {
        OfOpened = opened => opened is { Writes: true, Layer: { Format: { } format } layer } && DiskFormats.Get(format).IsReadOnly
            ? [new RuleResult(new Place(layer.Path, nameof(SourceAttribute.Format)), layer.TypeName, layer.Path, DiskFormats.Get(format).Driver)]
            : [],
    };

    public static Rule ObsoleteFormat { get; } = new(
        "COLO0111",
        "Obsolete image format",
        "'{0}' is a {1} image, a format that QEMU keeps only to read old images: convert it to qcow2",
        RuleSeverity.Info)
    {
        OfLayer = layer => layer.Format is { } format && DiskFormats.Get(format).IsObsolete
            ? [new RuleResult(new Place(layer.Path, nameof(SourceAttribute.Format)), layer.TypeName, DiskFormats.Get(format).Driver)]
            : [],
    };

    public static Rule HostAndSocket { get; } = new(
        "COLO0112",
        "NBD source with both host and socket",
        "'{0}' has a Socket and also {1}, which is not used then: keep one",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Settings.Get(nameof(NbdSourceAttribute.Socket)) is not null
            && (layer.Settings.Get(nameof(NbdSourceAttribute.Host)) ?? layer.Settings.Get(nameof(NbdSourceAttribute.Port))) is not null
            ? Unused(layer, nameof(NbdSourceAttribute.Socket), nameof(NbdSourceAttribute.Host), nameof(NbdSourceAttribute.Port))
            : [],
    };

    public static Rule TlsSettingWithoutTls { get; } = new(
        "COLO0113",
        "TLS setting without TLS",
        "'{0}' gives {1}, which is not used without Tls = true",
        RuleSeverity.Warning)
    {
        OfLayer = layer => layer.Is<NbdSourceAttribute>() && !layer.Settings.GetBoolean(nameof(NbdSourceAttribute.Tls))
            && (layer.Settings.Get(nameof(NbdSourceAttribute.TlsDir)) ?? layer.Settings.Get(nameof(NbdSourceAttribute.TlsHostname))) is not null
            ? Unused(layer, because: null, nameof(NbdSourceAttribute.TlsDir), nameof(NbdSourceAttribute.TlsHostname))
            : [],
    };

    public static Rule LongExportName { get; } = new(
        "COLO0114",
        "NBD export name too long",
        "{0} of '{1}' has {2} bytes, and QEMU takes {3}",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting.Text is { } name && MaximumBytesOf(setting) is { } maximum && Encoding.UTF8.GetByteCount(name) > maximum
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner, Encoding.UTF8.GetByteCount(name).ToText(), maximum.ToText())]
            : [],
    };

    public static Rule MalformedUuid { get; } = new(
        "COLO0115",
        "Malformed UUID in a setting",
        "{0} of '{1}' is '{2}', which is not a UUID: give 32 hexadecimal digits, as 'uuidgen' prints them",
        RuleSeverity.Error)
    {
        OfSetting = setting => (setting is { Text: not "", Definition.Type: SettingType.Uuid }
                or { Kind: DeclarationKind.Domain, Name: nameof(DomainAttribute.Uuid) })
            && setting.Text is { } uuid && !UuidText.IsValid(uuid)
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner, uuid)]
            : [],
    };

    public static Rule InvalidHost { get; } = new(
        "COLO0116",
        "Invalid host name or address",
        "{0} of '{1}' is '{2}': {3}",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting is { Text: { Length: > 0 } host } && HostProblem(setting, host) is { } reason
            && DocumentText.FirstUnsupported(host, isPath: false) < 0
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner, host, reason)]
            : [],
        OfPair = pair => IsLongMigrationHost(pair)
            ? [new RuleResult(
                Place.Of<ColoPairAttribute>("", nameof(ColoPairAttribute.MigrationHost)),
                nameof(ColoPairAttribute.MigrationHost),
                pair.Type.Name,
                pair.Settings.GetText(nameof(ColoPairAttribute.MigrationHost))!,
                $"QEMU before 11 takes {HostName.MaximumMigrationLength.ToText()} characters there")]
            : [],
    };

    public static Rule TlsOverSocket { get; } = new(
        "COLO0117",
        "TLS over a Unix socket without TlsHostname",
        "'{0}' has Tls over a unix socket, which has no name to compare with the server's certificate: give TlsHostname",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Settings.GetBoolean(nameof(NbdSourceAttribute.Tls)) && layer.Settings.Get(nameof(NbdSourceAttribute.Socket)) is not null
            && layer.Settings.Get(nameof(NbdSourceAttribute.TlsHostname)) is null
            ? [new RuleResult(new Place(layer.Path, nameof(NbdSourceAttribute.Tls)), layer.TypeName)
            {
                Related = new Place(layer.Path, nameof(NbdSourceAttribute.Socket)),
            }]
            : [],
    };

    public static Rule InvalidDomain { get; } = new(
        "COLO0118",
        "Invalid domain name, machine or emulator",
        "{0} of '{1}' is '{2}': {3}",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting is { Kind: DeclarationKind.Domain, Text: { } text } && DomainLimits.ProblemOf(setting.Name, text) is { } reason
            ? [new RuleResult(Place.Of<DomainAttribute>("", setting.Name), setting.Name, setting.Owner, text, reason)]
            : [],
    };

    public static Rule SharedImage { get; } = new(
        "COLO0120",
        "Writable image opened by several layers",
        "'{0}' at '{1}' opens '{2}', which '{3}' opens too, and one of them writes: the image would be corrupted, so give each its own",
        RuleSeverity.Error)
    {
        OfTopology = context => context.SameImages is { } groups ? SharedImages(groups) : [],
    };

    public static Rule ImageSharedByList { get; } = new(
        "COLO0121",
        "Same writable image for every list item",
        "Every '{0}' of the list at '{1}' opens '{2}' for writing: make {3} a property",
        RuleSeverity.Error)
    {
        OfOpened = opened => opened is { Writes: true, Layer: { IsInList: true } layer } && ImageIdentity.Of(layer) is { } image
            ? [new RuleResult(PlaceOf(layer, image), layer.TypeName, layer.Path, image.Name, image.Setting)]
            : [],
    };

    public static Rule LongPath { get; } = new(
        "COLO0122",
        "File path too long",
        "{0} of '{1}' {2}: shorten it",
        RuleSeverity.Error)
    {
        OfSetting = setting => PathOf(setting) is { } path && LengthProblem(setting.Definition!, path) is { } reason
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner, reason)]
            : [],
    };

    public static Rule DeviceOrFile { get; } = new(
        "COLO0123",
        "Source type does not match the path",
        "{0} of '{1}' is '{2}': {3}",
        RuleSeverity.Warning)
    {
        OfSetting = setting => (setting.Name, PathOf(setting)) switch
        {
            (nameof(BlockSourceAttribute.Dev), ['/', ..] path) when !IsDevice(path) =>
                [new RuleResult(setting.Place, setting.Name, setting.Owner, path, "QEMU takes no file there, so use [FileSource]")],
            (nameof(FileSourceAttribute.File), ['/', ..] path) when IsDevice(path) =>
                [new RuleResult(setting.Place, setting.Name, setting.Owner, path, "QEMU takes no device there, so use [BlockSource]")],
            _ => [],
        },
    };

    public static Rule FolderAsFile { get; } = new(
        "COLO0124",
        "Path of a folder",
        "{0} of '{1}' is '{2}', which is a folder: give the path of the file",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting.Definition is { IsFolder: false } && PathOf(setting) is { } path && HostPath.IsFolder(path)
            ? [new RuleResult(setting.Place, setting.Name, setting.Owner, path)]
            : [],
    };

    public static Rule ImageOfTwoFormats { get; } = new(
        "COLO0125",
        "Image declared with two formats",
        "'{0}' at '{1}' opens '{2}' as {3}, and '{4}' opens it as {5}: one of them reads a wrong content, so give both the format of the image",
        RuleSeverity.Warning)
    {
        OfTopology = context => context.SameImages is { } groups ? ImagesOfTwoFormats(groups) : [],
    };

    public static IEnumerable<Rule> All =>
    [
        MissingFormat, FormatWithoutBacking, MissingSetting, UnsupportedCharacter, IncompleteEncryption, EmptyText, RelativePath, UrlAsPath,
        ExtensionOfOtherFormat, ReadOnlyFormat, ObsoleteFormat, HostAndSocket, TlsSettingWithoutTls, LongExportName, MalformedUuid, InvalidHost,
        TlsOverSocket, InvalidDomain, SharedImage, ImageSharedByList, LongPath, DeviceOrFile, FolderAsFile, ImageOfTwoFormats,
    ];

    private static bool HasRequiredSettings(Layer layer)
    {
        foreach (EquatableArray<string> names in LayerKinds.Get(layer.Kind).Required)
        {
            if (!layer.Settings.HasAny(names)) return false;
        }

        return true;
    }

    private static IEnumerable<RuleResult> MissingSettings(Layer layer)
    {
        foreach (EquatableArray<string> names in LayerKinds.Get(layer.Kind).Required)
        {
            if (!layer.Settings.HasAny(names)) yield return new RuleResult(new Place(layer.Path, names[0]), layer.TypeName, string.Join(" or ", names));
        }
    }

    private static RuleResult UnsupportedAt(DeclaredSetting setting, string text, int at)
    {
        int character = char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
        return new RuleResult(setting.Place, setting.Name, setting.Owner, Hexadecimal(character), DocumentText.Problem(text, at, IsPath(setting))!);
    }

    private static string Hexadecimal(int character) => character.ToString("X4", CultureInfo.InvariantCulture);

    private static bool HasControl(Layer layer)
    {
        foreach (Setting setting in layer.Settings)
        {
            if (HasControl(layer, setting)) return true;
        }

        return false;
    }

    /// <summary>Whether a setting has a control character that no document but the drive arguments refuses.</summary>
    private static bool HasControl(Layer layer, Setting setting) => setting.Value is TextConstant { Text: var text } && DocumentText.FirstControl(text) >= 0
        && DocumentText.FirstUnsupported(text, LayerKinds.Find(layer.Kind)?.Find(setting.Name) is { IsHostPath: true }) < 0;

    private static IEnumerable<RuleResult> ControlCharacters(Attachment attachment)
    {
        foreach (Layer layer in attachment.Top.PreOrder())
        {
            foreach (Setting setting in layer.Settings)
            {
                if (!HasControl(layer, setting)) continue;
                string text = ((TextConstant)setting.Value).Text;
                yield return new RuleResult(
                    new Place(layer.Path, setting.Name),
                    setting.Name,
                    layer.TypeName,
                    Hexadecimal(text[DocumentText.FirstControl(text)]),
                    "the drive arguments can't have, as a console takes it for a key or the end of a command")
                {
                    IsOfLayer = true,
                    Documents = TopologyDocuments.DriveArguments,
                    Related = attachment.Path,
                };
            }
        }
    }

    private static bool IsPath(DeclaredSetting setting) => setting.Definition is { IsHostPath: true };

    private static bool IsWronglyEncrypted(Layer layer, DiskFormat format)
    {
        bool hasFile = layer.Settings.Get(nameof(SourceAttribute.SecretFile)) is not null;
        bool hasUuid = layer.Settings.Get(nameof(SourceAttribute.SecretUuid)) is not null;
        return DiskFormats.Get(format).Encryption switch
        {
            FormatEncryption.Always => !(hasFile && hasUuid),
            FormatEncryption.Optional => hasFile != hasUuid,
            _ => hasFile || hasUuid,
        };
    }

    /// <summary>Settings that are given and not used.</summary>
    private static IEnumerable<RuleResult> Unused(Layer layer, string? because, params string[] settings)
    {
        foreach (string setting in settings)
        {
            if (layer.Settings.Get(setting) is null) continue;
            yield return new RuleResult(new Place(layer.Path, setting), layer.TypeName, setting)
            {
                Related = because is null ? null : new Place(layer.Path, because),
            };
        }
    }

    private static IEnumerable<RuleResult> SharedImages(IEnumerable<IReadOnlyList<OpenedLayer>> groups)
    {
        foreach (IReadOnlyList<OpenedLayer> group in groups)
        {
            if (!group.Any(opened => opened.Writes) || group.All(static opened => ShareableSetting.IsShareable(opened.Attachment))) continue;
            Layer first = group[0].Layer;
            foreach (OpenedLayer opened in group.Skip(1))
            {
                ImageIdentity image = ImageIdentity.Of(opened.Layer)!.Value;
                yield return new RuleResult(PlaceOf(opened.Layer, image), opened.Layer.TypeName, opened.Layer.Path, image.Name, first.Path)
                {
                    Related = PlaceOf(first, ImageIdentity.Of(first)!.Value),
                };
            }
        }
    }

    /// <summary>An image that is also written is reported as shared.</summary>
    private static IEnumerable<RuleResult> ImagesOfTwoFormats(IEnumerable<IReadOnlyList<OpenedLayer>> groups)
    {
        foreach (IReadOnlyList<OpenedLayer> group in groups)
        {
            if (group.Any(opened => opened.Writes) || FormatOf(group[0].Layer) is not { } format) continue;
            Layer first = group[0].Layer;
            foreach (Layer layer in group.Skip(1).Select(opened => opened.Layer))
            {
                if (FormatOf(layer) is not { } other || other == format) continue;
                yield return new RuleResult(
                    new Place(layer.Path, nameof(SourceAttribute.Format)),
                    layer.TypeName,
                    layer.Path,
                    ImageIdentity.Of(layer)!.Value.Name,
                    other,
                    first.Path,
                    format)
                {
                    Related = new Place(first.Path, nameof(SourceAttribute.Format)),
                };
            }
        }
    }

    private static string? FormatOf(Layer layer)
    {
        if (layer.Format is not { } format) return null;
        DiskFormatKind kind = DiskFormats.Get(format);
        bool isEncrypted = kind.Encryption == FormatEncryption.Optional && layer.Settings.Get(nameof(SourceAttribute.SecretFile)) is not null;
        return isEncrypted ? $"encrypted {kind.Driver}" : kind.Driver;
    }

    private static Place PlaceOf(Layer layer, ImageIdentity image) => new(layer.Path, $"{layer.Kind}.{image.Setting}");

    /// <summary>Devices are under /dev, but /dev/shm has files in memory.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static string? LengthProblem(LayerSetting setting, string path)
    {
        int length = Encoding.UTF8.GetByteCount(path);
        int longestName = length <= HostPath.MaximumNameBytes ? length : path.Split('/').Max(Encoding.UTF8.GetByteCount);
        string subject = setting.Type == SettingType.SocketPath ? "a unix socket's path" : "a path";
        return length > setting.MaximumBytes ? $"has {length.ToText()} bytes, and {subject} may have {setting.MaximumBytes.Value.ToText()}"
            : longestName > HostPath.MaximumNameBytes ? $"has a name of {longestName.ToText()} bytes, which may have {HostPath.MaximumNameBytes.ToText()}"
            : null;
    }

    /// <summary>The limit of a text that is no path; null where it has none.</summary>
    private static int? MaximumBytesOf(DeclaredSetting setting) => setting switch
    {
        { Definition: { Type: SettingType.Text, MaximumBytes: { } maximum } } => maximum,
        { Kind: DeclarationKind.Export, Name: nameof(NbdExportAttribute.Name) } => NbdSourceKind.MaximumExportBytes,
        _ => null,
    };

    /// <summary>The constant path of a layer's setting.</summary>
    private static string? PathOf(DeclaredSetting setting) => setting is { Text: { Length: > 0 } path, Definition.IsHostPath: true } ? path : null;

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

    private static string? HostProblem(DeclaredSetting setting, string host) => setting switch
    {
        { Definition.Type: SettingType.HostName } when !HostName.IsForLibvirt(host) =>
            "give a name of letters, digits, '.' and '-', or an address, without port and brackets",
        { Kind: DeclarationKind.Pair, Name: nameof(ColoPairAttribute.NbdHost) } when !HostName.IsForQemu(host) =>
            "give a name of letters, digits, '.', '-' and '_', or an address, without port and brackets",
        { Kind: DeclarationKind.Pair, Name: nameof(ColoPairAttribute.MigrationHost) } when !HostName.IsForMigration(host) =>
            "it is part of a URI, so give a name of letters, digits, '.', '-' and '_', or an address, and IPv6 in brackets",
        _ => null,
    };

    /// <summary>Whether the host of a migration is too long for the pair's QEMU.</summary>
    private static bool IsLongMigrationHost(Pair pair) =>
        pair.Settings.GetText(nameof(ColoPairAttribute.MigrationHost)) is { Length: > HostName.MaximumMigrationLength } host && HostName.IsForMigration(host)
        && pair.Settings.GetEnum<QemuVersion>(nameof(ColoPairAttribute.Qemu)) == QemuVersion.Qemu7To10;
}
