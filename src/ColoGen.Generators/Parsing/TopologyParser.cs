using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Reads a type with <c>[Topology]</c> into the model. One instance reads one type.</summary>
internal sealed class TopologyParser
{
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _type;
    private readonly CancellationToken _cancellation;
    private readonly LayerTreeParser _trees;
    private readonly Access _access;

    private TopologyParser(Compilation compilation, INamedTypeSymbol type, INamedTypeSymbol reader, Access access, CancellationToken cancellation)
    {
        _compilation = compilation;
        _type = type;
        _cancellation = cancellation;
        _trees = new LayerTreeParser(compilation, reader, cancellation);
        _access = access;
    }

    private List<DeclarationError> Errors => _trees.Errors;

    public static Topology Read(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation) =>
        new TopologyParser(compilation, type, type, Access.Itself, cancellation).Read();

    /// <summary>A topology as a pair sees it, which holds it in a property.</summary>
    public static Topology Read(Compilation compilation, INamedTypeSymbol type, INamedTypeSymbol pair, Access property, CancellationToken cancellation) =>
        new TopologyParser(compilation, type, pair, property, cancellation).Read();

    private Topology Read()
    {
        TypeDeclaration declaration = TypeDeclarationParser.Read(_type, GeneratedMembers.OfTopology(), Errors, _cancellation);
        IReadOnlyList<ISymbol> members = Members.Of(_type);
        AttributeData? domain = _type.GetAttributes().Find("DomainAttribute");
        EquatableArray<Setting>? domainSettings = domain is null
            ? null
            : _trees.ReadSettings(domain, members, _access, Errors).ToEquatableArray();

        List<Attachment> attachments = [.. members.Select(ReadAttachment).OfType<Attachment>()];
        List<DiskSetting> diskSettings = [.. members.SelectMany(ReadDiskSettings)];
        foreach (DiskSetting setting in diskSettings)
        {
            if (!attachments.Any(setting.BelongsTo)) Errors.Add(new DeclarationError(DeclarationErrorKind.UnknownDev, setting.Member, setting.Dev));
        }

        return new Topology(
            declaration,
            domainSettings,
            attachments.Select(attachment => WithRunTimeSettings(attachment, diskSettings)).ToEquatableArray(),
            Errors.ToEquatableArray());
    }

    private Attachment? ReadAttachment(ISymbol member)
    {
        IReadOnlyList<AttributeData> attributes = Members.Attributes(member);
        AttributeData? disk = attributes.Find("DiskAttribute");
        AttributeData? hostDisk = attributes.Find("HostDiskAttribute");
        if ((disk ?? hostDisk) is not { } attach)
        {
            if (member is IPropertySymbol { Type: var type } && LayerTreeParser.LayerType(type, out _, out _) is not null)
            {
                Errors.Add(new DeclarationError(DeclarationErrorKind.NotAttached, member.Name, type.Name));
            }

            return null;
        }

        if (disk is not null && hostDisk is not null) Errors.Add(new DeclarationError(DeclarationErrorKind.SeveralKinds, member.Name, "Disk, HostDisk"));
        if (member is not IPropertySymbol property || LayerTreeParser.LayerType(property.Type, out EdgeKind kind, out _) is null || kind == EdgeKind.List)
        {
            Errors.Add(new DeclarationError(DeclarationErrorKind.NotALayer, member.Name, (member as IPropertySymbol)?.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? member.Name));
            return null;
        }

        if (_trees.ReadEdge(property, _access, Errors) is not { } edge) return null;
        EquatableArray<Setting> settings = ValueParser.Arguments(attach).ToEquatableArray();
        return new Attachment(
            settings.GetText("Dev") ?? "",
            disk is null,
            settings.Where(setting => setting.Name != "Dev").ToEquatableArray(),
            edge,
            LayerTreeParser.ReadReference(attributes),
            attributes.Find("NbdExportAttribute") is { } export ? ValueParser.Arguments(export).ToEquatableArray() : null);
    }

    private IEnumerable<DiskSetting> ReadDiskSettings(ISymbol member)
    {
        foreach (AttributeData attribute in Members.Attributes(member).DerivedFrom("DiskSettingAttribute"))
        {
            string name = KnownAttributes.Kind(attribute);
            string dev = ValueParser.Arguments(attribute).ToEquatableArray().GetText("Dev") ?? "";
            ITypeSymbol? wanted = _compilation.GetTypeByMetadataName("ColoGen.DiskAttribute")?
                .GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
            if (member is IPropertySymbol property && wanted is not null
                && ValueParser.RunTime(property.Type, property.NullableAnnotation, wanted, _access.Member(property.Name)) is { } value)
            {
                yield return new DiskSetting(dev, new Setting(name, value), member.Name);
            }
            else
            {
                Errors.Add(new DeclarationError(DeclarationErrorKind.UnsupportedType, member.Name, name));
            }
        }
    }

    private Attachment WithRunTimeSettings(Attachment attachment, List<DiskSetting> diskSettings)
    {
        var settings = attachment.Settings.ToList();
        foreach (DiskSetting disk in diskSettings.Where(setting => setting.BelongsTo(attachment)))
        {
            if (settings.Any(other => other.Name == disk.Setting.Name)) Errors.Add(new DeclarationError(DeclarationErrorKind.GivenTwice, disk.Member, disk.Setting.Name));
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
