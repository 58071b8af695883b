using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Reading;

/// <summary>Reads a type with <c>[Topology]</c> into the model. One instance reads one type.</summary>
internal sealed class TopologyReader
{
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _type;
    private readonly CancellationToken _cancellation;
    private readonly TreeReader _trees;
    private readonly Access _access;

    private TopologyReader(Compilation compilation, INamedTypeSymbol type, INamedTypeSymbol reader, Access access, CancellationToken cancellation)
    {
        _compilation = compilation;
        _type = type;
        _cancellation = cancellation;
        _trees = new TreeReader(compilation, reader, cancellation);
        _access = access;
    }

    private List<Flaw> Flaws => _trees.Flaws;

    public static Topology Read(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation) =>
        new TopologyReader(compilation, type, type, Access.Itself, cancellation).Read();

    /// <summary>A topology as a pair sees it, which holds it in a property.</summary>
    public static Topology Read(Compilation compilation, INamedTypeSymbol type, INamedTypeSymbol pair, Access property, CancellationToken cancellation) =>
        new TopologyReader(compilation, type, pair, property, cancellation).Read();

    private Topology Read()
    {
        TypeDeclaration declaration = TypeReader.Read(_type, GeneratedMembers.OfTopology(), Flaws, _cancellation);
        IReadOnlyList<ISymbol> members = Members.Of(_type);
        AttributeData? domain = _type.GetAttributes().Find("DomainAttribute");
        EquatableArray<Setting>? domainSettings = domain is null
            ? null
            : _trees.ReadSettings(domain, members, _access, Flaws).ToEquatableArray();

        List<Attachment> attachments = [.. members.Select(ReadAttachment).OfType<Attachment>()];
        List<DiskSetting> diskSettings = [.. members.SelectMany(ReadDiskSettings)];
        foreach (DiskSetting setting in diskSettings)
        {
            if (!attachments.Any(setting.BelongsTo)) Flaws.Add(new Flaw(FlawKind.UnknownDev, setting.Member, setting.Dev));
        }

        return new Topology(
            declaration,
            domainSettings,
            attachments.Select(attachment => WithRunTimeSettings(attachment, diskSettings)).ToEquatableArray(),
            Flaws.ToEquatableArray());
    }

    private Attachment? ReadAttachment(ISymbol member)
    {
        IReadOnlyList<AttributeData> attributes = Members.Attributes(member);
        AttributeData? disk = attributes.Find("DiskAttribute");
        AttributeData? hostDisk = attributes.Find("HostDiskAttribute");
        if ((disk ?? hostDisk) is not { } attach)
        {
            if (member is IPropertySymbol { Type: var type } && TreeReader.LayerType(type, out _, out _) is not null)
            {
                Flaws.Add(new Flaw(FlawKind.NotAttached, member.Name, type.Name));
            }

            return null;
        }

        if (disk is not null && hostDisk is not null) Flaws.Add(new Flaw(FlawKind.SeveralKinds, member.Name, "Disk, HostDisk"));
        if (member is not IPropertySymbol property || TreeReader.LayerType(property.Type, out EdgeKind kind, out _) is null || kind == EdgeKind.List)
        {
            Flaws.Add(new Flaw(FlawKind.NotALayer, member.Name, (member as IPropertySymbol)?.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? member.Name));
            return null;
        }

        if (_trees.ReadEdge(property, _access, Flaws) is not { } edge) return null;
        EquatableArray<Setting> settings = ValueReader.Arguments(attach).ToEquatableArray();
        return new Attachment(
            settings.GetText("Dev") ?? "",
            disk is null,
            settings.Where(setting => setting.Name != "Dev").ToEquatableArray(),
            edge,
            TreeReader.ReadReference(attributes),
            attributes.Find("NbdExportAttribute") is { } export ? ValueReader.Arguments(export).ToEquatableArray() : null);
    }

    private IEnumerable<DiskSetting> ReadDiskSettings(ISymbol member)
    {
        foreach (AttributeData attribute in Members.Attributes(member).DerivedFrom("DiskSettingAttribute"))
        {
            string name = KnownAttributes.Kind(attribute);
            string dev = ValueReader.Arguments(attribute).ToEquatableArray().GetText("Dev") ?? "";
            ITypeSymbol? wanted = _compilation.GetTypeByMetadataName("ColoGen.DiskAttribute")?
                .GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
            if (member is IPropertySymbol property && wanted is not null
                && ValueReader.RunTime(property.Type, property.NullableAnnotation, wanted, _access.Member(Members.Identifier(property.Name))) is { } value)
            {
                yield return new DiskSetting(dev, new Setting(name, value), member.Name);
            }
            else
            {
                Flaws.Add(new Flaw(FlawKind.UnsupportedType, member.Name, name));
            }
        }
    }

    private Attachment WithRunTimeSettings(Attachment attachment, List<DiskSetting> diskSettings)
    {
        var settings = attachment.Settings.ToList();
        foreach (DiskSetting disk in diskSettings.Where(setting => setting.BelongsTo(attachment)))
        {
            if (settings.Any(other => other.Name == disk.Setting.Name)) Flaws.Add(new Flaw(FlawKind.GivenTwice, disk.Member, disk.Setting.Name));
            else settings.Add(disk.Setting);
        }

        return attachment with { Settings = settings.ToEquatableArray() };
    }

    /// <summary>A setting that names its disk.</summary>
    private sealed record DiskSetting(string Dev, Setting Setting, string Member)
    {
        public bool BelongsTo(Attachment attachment) => attachment.Dev == Dev && !attachment.IsHostDisk;
    }
}
