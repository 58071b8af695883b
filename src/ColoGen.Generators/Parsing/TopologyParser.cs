using ColoGen.Core.Declarations;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Formats;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Parses a type with <c>[Topology]</c>. One instance parses one type.</summary>
internal sealed class TopologyParser
{
    /// <summary>How the layers of a list are attached.</summary>
    private const string OfList = "a list can't be attached, so declare a property with [Disk] or [HostDisk] for each layer";

    private static readonly string s_givenByProperties =
        string.Join(", ", DiskSettingTable.All.Where(static setting => !setting.IsConstantOnly).Select(static setting => $"[{setting.Name}]"));

    private readonly CompilationSymbols _symbols;
    private readonly RecordSymbols _record;
    private readonly CancellationToken _cancellation;
    private readonly LayerTreeParser _trees;
    private readonly Access _access;

    private TopologyParser(CompilationSymbols symbols, INamedTypeSymbol type, INamedTypeSymbol reader, Access access, CancellationToken cancellation)
    {
        _symbols = symbols;
        _record = symbols.RecordOf(type);
        _cancellation = cancellation;
        _trees = new LayerTreeParser(symbols, reader, cancellation);
        _access = access;
    }

    private List<DeclarationError> Errors => _trees.Errors;

    public static Topology Parse(CompilationSymbols symbols, INamedTypeSymbol type, CancellationToken cancellation) =>
        new TopologyParser(symbols, type, type, Access.Itself, cancellation).Parse();

    /// <summary>A topology as a host of a pair, which has it in a property.</summary>
    public static Topology ParseHost(
        CompilationSymbols symbols, INamedTypeSymbol type, INamedTypeSymbol pair, Access property, CancellationToken cancellation) =>
        new TopologyParser(symbols, type, pair, property, cancellation).Parse();

    private Topology Parse()
    {
        TypeDeclaration declaration = _symbols.IsExternal(_record.Type)
            ? TypeDeclarationParser.OfExternal(_record.Type)
            : TypeDeclarationParser.Parse(_record.Type, Document.Members, Errors, _cancellation);
        EquatableArray<Setting>? domain = _record.Attributes.Find(nameof(DomainAttribute)) is { } attribute
            ? _trees.ParseSettings(attribute, _record, _access, Errors).ToEquatableArray()
            : null;
        var attachments = new List<Attachment>();
        var diskSettings = new List<DiskSetting>();
        foreach (MemberSymbol member in _record.Members)
        {
            if (ParseAttachment(member) is { } attachment) attachments.Add(attachment);
        }

        foreach (MemberSymbol member in _record.Members) ParseDiskSettings(member, diskSettings);
        foreach (DiskSetting setting in diskSettings)
        {
            if (!attachments.Exists(setting.BelongsTo)) Errors.Add(new DeclarationError(DeclarationErrorKind.UnknownDev, setting.Member, setting.Dev));
        }

        if (diskSettings.Count > 0) attachments = attachments.ConvertAll(attachment => WithDiskSettings(attachment, diskSettings));
        return new Topology(declaration, domain, attachments.ToEquatableArray(), Errors.ToEquatableArray())
        {
            Documents = ParseDocuments(),
            IsExternal = _symbols.IsExternal(_record.Type),
            ReadsObsolete = _trees.ReadsObsolete,
        };
    }

    private TopologyDocuments ParseDocuments()
    {
        if (_record.Attributes.Find(nameof(TopologyAttribute)) is { } topology)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in topology.Data.NamedArguments)
            {
                if (argument is { Key: nameof(TopologyAttribute.Documents), Value: { Kind: TypedConstantKind.Enum, Value: int documents } })
                {
                    return (TopologyDocuments)documents;
                }
            }
        }

        return TopologyDocuments.All;
    }

    private Attachment? ParseAttachment(MemberSymbol member)
    {
        KnownAttribute? disk = member.Attributes.Find(nameof(DiskAttribute));
        KnownAttribute? hostDisk = member.Attributes.Find(nameof(HostDiskAttribute));
        if ((disk ?? hostDisk) is not { } attach)
        {
            if (member.Layer is null || member.Attributes.Any(static attribute => attribute.Type.NeedsDisk)) return null;
            string advice = member.Layer.Kind == EdgeKind.List ? OfList : "add [Disk] or [HostDisk]";
            Errors.Add(DeclarationError.NotAttached(member.Name, member.Name, advice));
            return null;
        }

        if (disk is not null && hostDisk is not null) Errors.Add(new DeclarationError(DeclarationErrorKind.SeveralKinds, member.Name, "Disk, HostDisk"));
        if (member.Layer is null or { Kind: EdgeKind.List })
        {
            string type = (member.Symbol as IPropertySymbol)?.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? member.Name;
            string advice = member.Layer is null ? "give the type a source, [Quorum] or [Replication]" : OfList;
            Errors.Add(new DeclarationError(DeclarationErrorKind.NotALayer, member.Name, $"'{type}' is not one layer: {advice}"));
            return null;
        }

        if (_trees.ParseEdge(member, _access, Errors) is not { } edge) return null;
        EquatableArray<Setting> settings = Arguments(attach);
        return new Attachment(
            settings.GetText(nameof(DiskAttribute.Dev)) ?? "",
            disk is null,
            settings.Where(setting => setting.Name != nameof(DiskAttribute.Dev)).Concat(AddressOf(member)).ToEquatableArray(),
            edge,
            _trees.ParseReference(member.Attributes),
            member.Attributes.Find(nameof(NbdExportAttribute)) is { } export ? Arguments(export) : null);
    }

    /// <summary>The arguments of the attributes that say where the device is, named with their attribute.</summary>
    private IEnumerable<Setting> AddressOf(MemberSymbol member) => member.Attributes
        .Where(static attribute => attribute.Type.IsAddress)
        .SelectMany(attribute => Arguments(attribute).Select(setting => setting with { Name = $"{attribute.Type.Kind}.{setting.Name}" }));

    private void ParseDiskSettings(MemberSymbol member, List<DiskSetting> diskSettings)
    {
        foreach (KnownAttribute attribute in member.Attributes)
        {
            if (attribute.Type.DiskSetting is not { } baseType) continue;
            string name = attribute.Type.Kind;
            INamedTypeSymbol? disk = baseType.ContainingAssembly.GetTypeByMetadataName(nameof(ColoGen) + "." + nameof(DiskAttribute));
            if (Arguments(attribute).GetText(nameof(DiskAttribute.Dev)) is not { } dev)
            {
                AddUnread(member, name, "", "its dev is no argument of the attribute");
                continue;
            }

            if (DiskSettingTable.Find(name) is not { IsConstantOnly: false } || disk?.GetMembers(name) is not [IPropertySymbol setting])
            {
                AddUnread(member, name, $" on '{dev}'", $"a property can give a disk these settings alone: {s_givenByProperties}");
            }
            else if (member.Layer is not null)
            {
                AddUnread(
                    member, name, $" on '{dev}'", $"it belongs on a property that holds the value: write {name} in [Disk], or declare such a property");
            }
            else if (member.Symbol is IPropertySymbol property
                && ValueParser.RunTime(_symbols, property, setting.Type, _access.Member(member.Name), TextCheck.None) is { } value)
            {
                _trees.NoteRead(property);
                diskSettings.Add(new DiskSetting(dev, new Setting(name, value), member.Name));
            }
            else
            {
                Errors.Add(ValueParser.UnsupportedType(member.Name, member.Symbol, setting, isConstantOnly: false, isNeverNull: false));
            }
        }
    }

    private void AddUnread(MemberSymbol member, string attribute, string where, string reason) => Errors.Add(new DeclarationError(
        DeclarationErrorKind.UnreadAttribute, member.Name, $"[{attribute}] on '{member.Name}' has no effect{where}, because {reason}"));

    private Attachment WithDiskSettings(Attachment attachment, List<DiskSetting> diskSettings)
    {
        List<Setting> settings = [.. attachment.Settings];
        foreach (DiskSetting disk in diskSettings)
        {
            if (!disk.BelongsTo(attachment)) continue;
            string name = disk.Setting.Name;
            if (!settings.Exists(other => other.Name == name)) settings.Add(disk.For(attachment));
            else AddOnce(new DeclarationError(DeclarationErrorKind.GivenTwice, disk.Member, name));
        }

        return attachment with { Settings = settings.ToEquatableArray() };
    }

    /// <summary>Several disks may have the dev, by mistake.</summary>
    private void AddOnce(DeclarationError error)
    {
        if (!Errors.Contains(error)) Errors.Add(error);
    }

    private EquatableArray<Setting> Arguments(KnownAttribute attribute) => ValueParser.Arguments(_symbols, attribute.Data).ToEquatableArray();

    /// <summary>A setting of the disk that its attribute names.</summary>
    private sealed record DiskSetting(string Dev, Setting Setting, string Member)
    {
        public bool BelongsTo(Attachment attachment) => attachment.Dev == Dev && !attachment.IsHostDisk;

        /// <summary>The setting with the check of its text, which depends on the disk.</summary>
        public Setting For(Attachment attachment) => Setting.Value is PropertyValue value
            ? Setting with { Value = value with { Check = TextChecks.Of(attachment, Setting.Name) } }
            : Setting;
    }
}
