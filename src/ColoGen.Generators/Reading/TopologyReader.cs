using System.Globalization;
using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Reading;

/// <summary>Reads a type with <c>[Topology]</c> into the model. One instance reads one type.</summary>
internal sealed class TopologyReader
{
    /// <summary>
    /// The most layers of one topology. Types that are used twice at each of n levels make 2^n layers; the compiler
    /// must not hang on them.
    /// </summary>
    public const int MaxLayers = 4096;

    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _type;
    private readonly CancellationToken _cancellation;
    private readonly List<Flaw> _flaws = [];
    private readonly Stack<INamedTypeSymbol> _ancestors = new();
    private int _layers;
    private int _scopes;

    private TopologyReader(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation)
    {
        _compilation = compilation;
        _type = type;
        _cancellation = cancellation;
    }

    public static Topology Read(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation) =>
        new TopologyReader(compilation, type, cancellation).Read();

    private Topology Read()
    {
        TypeDeclaration declaration = TypeReader.Read(_type, _flaws, _cancellation);
        IReadOnlyList<ISymbol> members = Members.Of(_type);
        var topology = new Access(Access.Topology, "", "");

        AttributeData? domain = _type.GetAttributes().Find("DomainAttribute");
        EquatableArray<Setting>? domainSettings = domain is null
            ? null
            : ReadSettings(domain, members, topology).ToEquatableArray();

        var attachments = new List<Attachment>();
        var diskSettings = new List<(string Dev, Setting Setting, string Member)>();
        foreach (ISymbol member in members)
        {
            IReadOnlyList<AttributeData> attributes = Members.Attributes(member);
            AttributeData? disk = attributes.Find("DiskAttribute");
            AttributeData? hostDisk = attributes.Find("HostDiskAttribute");
            if ((disk ?? hostDisk) is { } attach)
            {
                if (ReadAttachment(member, attach, isHostDisk: disk is null, attributes, topology) is { } attachment) attachments.Add(attachment);
                if (disk is not null && hostDisk is not null) _flaws.Add(new Flaw(FlawKind.SeveralKinds, member.Name, "Disk, HostDisk"));
            }
            else if (member is IPropertySymbol property && LayerType(property.Type, out _, out _) is not null)
            {
                _flaws.Add(new Flaw(FlawKind.NotAttached, member.Name, property.Type.Name));
            }

            foreach (AttributeData setting in attributes.DerivedFrom("DiskSettingAttribute"))
            {
                if (ReadDiskSetting(member, setting, topology) is { } read) diskSettings.Add(read);
            }
        }

        foreach ((string dev, _, string member) in diskSettings)
        {
            if (!attachments.Any(attachment => attachment.Dev == dev && !attachment.IsHostDisk))
            {
                _flaws.Add(new Flaw(FlawKind.UnknownDev, member, dev));
            }
        }

        return new Topology(
            declaration,
            domainSettings,
            attachments.Select(attachment => WithRunTimeSettings(attachment, diskSettings)).ToEquatableArray(),
            _flaws.ToEquatableArray());
    }

    private Attachment WithRunTimeSettings(Attachment attachment, List<(string Dev, Setting Setting, string Member)> diskSettings)
    {
        var settings = attachment.Settings.ToList();
        foreach ((string dev, Setting setting, string member) in diskSettings)
        {
            if (dev != attachment.Dev || attachment.IsHostDisk) continue;
            if (settings.Any(other => other.Name == setting.Name)) _flaws.Add(new Flaw(FlawKind.GivenTwice, member, setting.Name));
            else settings.Add(setting);
        }

        return attachment with { Settings = settings.ToEquatableArray() };
    }

    private Attachment? ReadAttachment(
        ISymbol member, AttributeData attach, bool isHostDisk, IReadOnlyList<AttributeData> attributes, Access topology)
    {
        Setting[] settings = [.. ValueReader.Arguments(attach)];
        string dev = settings.ToEquatableArray().GetText("Dev") ?? "";
        if (member is not IPropertySymbol property || ReadEdge(property, topology) is not { } edge)
        {
            _flaws.Add(new Flaw(FlawKind.NotALayer, member.Name, (member as IPropertySymbol)?.Type.Name ?? member.Name));
            return null;
        }

        if (edge.Kind == EdgeKind.List)
        {
            _flaws.Add(new Flaw(FlawKind.NotALayer, member.Name, property.Type.Name));
            return null;
        }

        return new Attachment(
            dev,
            isHostDisk,
            settings.Where(setting => setting.Name != "Dev").ToEquatableArray(),
            edge,
            ReadReference(attributes),
            attributes.Find("NbdExportAttribute") is { } export ? ValueReader.Arguments(export).ToEquatableArray() : null);
    }

    private (string Dev, Setting Setting, string Member)? ReadDiskSetting(ISymbol member, AttributeData attribute, Access topology)
    {
        string name = KnownAttributes.Kind(attribute);
        string dev = ValueReader.Arguments(attribute).ToEquatableArray().GetText("Dev") ?? "";
        INamedTypeSymbol? disk = _compilation.GetTypeByMetadataName("ColoGen.DiskAttribute");
        ITypeSymbol? wanted = disk?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
        if (member is IPropertySymbol property && wanted is not null
            && ValueReader.RunTime(property.Type, property.NullableAnnotation, wanted, topology.Member(Members.Identifier(property.Name))) is { } value)
        {
            return (dev, new Setting(name, value), member.Name);
        }

        _flaws.Add(new Flaw(FlawKind.UnsupportedType, member.Name, name));
        return null;
    }

    private Edge? ReadEdge(IPropertySymbol property, Access owner)
    {
        if (LayerType(property.Type, out EdgeKind kind, out string count) is not { } type) return null;
        if (kind == EdgeKind.Required && property.NullableAnnotation == NullableAnnotation.Annotated) kind = EdgeKind.Optional;

        Access source = owner.Member(Members.Identifier(property.Name));
        if (!CanRead(property))
        {
            _flaws.Add(new Flaw(FlawKind.Inaccessible, source.Path, property.Name));
            return null;
        }

        if (_ancestors.Contains(type, SymbolEqualityComparer.Default))
        {
            _flaws.Add(new Flaw(FlawKind.Recursive, source.Path, type.Name));
            return null;
        }

        if (++_layers > MaxLayers)
        {
            if (_layers == MaxLayers + 1) _flaws.Add(new Flaw(FlawKind.TooLarge, source.Path, MaxLayers.ToString(CultureInfo.InvariantCulture)));
            return null;
        }

        Access access = kind switch
        {
            EdgeKind.Required => source,
            EdgeKind.Optional => source.In(++_scopes),
            _ => source.In(++_scopes, "[]"),
        };
        return new Edge(property.Name, kind, source, count, ReadLayer(type, access));
    }

    private Layer ReadLayer(INamedTypeSymbol type, Access access)
    {
        _cancellation.ThrowIfCancellationRequested();
        AttributeData[] kinds = [.. type.GetAttributes().DerivedFrom("LayerAttribute")];
        if (kinds.Length > 1)
        {
            _flaws.Add(new Flaw(FlawKind.SeveralKinds, access.Path, string.Join(", ", kinds.Select(KnownAttributes.Kind))));
        }

        if (!type.IsRecord) _flaws.Add(new Flaw(FlawKind.NotARecord, access.Path, type.Name));

        IReadOnlyList<ISymbol> members = Members.Of(type);
        EquatableArray<Setting> settings = ReadSettings(kinds[0], members, access).ToEquatableArray();
        _ancestors.Push(type);
        EquatableArray<Edge> edges = members.OfType<IPropertySymbol>()
            .Select(property => ReadEdge(property, access))
            .OfType<Edge>()
            .ToEquatableArray();
        _ancestors.Pop();
        return new Layer(KnownAttributes.Kind(kinds[0]), type.Name, access, settings, edges, ReadReference(type.GetAttributes()));
    }

    private List<Setting> ReadSettings(AttributeData attribute, IReadOnlyList<ISymbol> members, Access access)
    {
        List<Setting> settings = [.. ValueReader.Arguments(attribute)];
        foreach (IPropertySymbol wanted in ValueReader.SettingsOf(attribute.AttributeClass!))
        {
            ISymbol? member = members.FirstOrDefault(member => member.Name == wanted.Name);
            if (member is null) continue;
            string path = access.Member(member.Name).Path;
            Value? value = member switch
            {
                IFieldSymbol constant => ValueReader.Constant(constant.ConstantValue),
                IPropertySymbol property when LayerType(property.Type, out _, out _) is not null => null,
                IPropertySymbol property => ValueReader.RunTime(
                    property.Type, property.NullableAnnotation, wanted.Type, access.Member(Members.Identifier(property.Name))),
                _ => null,
            };
            if (value is null)
            {
                _flaws.Add(new Flaw(FlawKind.UnsupportedType, path, wanted.Name));
            }
            else if (!CanRead(member))
            {
                _flaws.Add(new Flaw(FlawKind.Inaccessible, path, member.Name));
            }
            else if (settings.Any(setting => setting.Name == wanted.Name))
            {
                _flaws.Add(new Flaw(FlawKind.GivenTwice, path, wanted.Name));
            }
            else
            {
                settings.Add(new Setting(wanted.Name, value));
            }
        }

        return settings;
    }

    private static Reference? ReadReference(IEnumerable<AttributeData> attributes)
    {
        if (attributes.Find("BackingReferenceAttribute") is not { } attribute) return null;
        EquatableArray<Setting> arguments = ValueReader.Arguments(attribute).ToEquatableArray();
        return new Reference(arguments.GetText("Dev"), (int)(arguments.GetNumber("Index") ?? 0));
    }

    private bool CanRead(ISymbol member) =>
        _compilation.IsSymbolAccessibleWithin(member, _type)
        && (member is not IPropertySymbol property || _compilation.IsSymbolAccessibleWithin(property.GetMethod!, _type));

    /// <summary>The layer that a property of this type is an edge to, or null where the type is none.</summary>
    private static INamedTypeSymbol? LayerType(ITypeSymbol type, out EdgeKind kind, out string count)
    {
        (kind, count) = (EdgeKind.Required, "");
        if (IsLayer(type)) return (INamedTypeSymbol)type;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            (kind, count) = (EdgeKind.List, "Length");
            return IsLayer(array.ElementType) ? (INamedTypeSymbol)array.ElementType : null;
        }

        if (type is not INamedTypeSymbol { TypeArguments: [var element] } named || !IsLayer(element)) return null;
        switch (named.OriginalDefinition.ToDisplayString())
        {
            case "T?" or "System.Nullable<T>":
                kind = EdgeKind.Optional;
                return (INamedTypeSymbol)element;
            case "System.Collections.Immutable.ImmutableArray<T>":
                (kind, count) = (EdgeKind.List, "Length");
                return (INamedTypeSymbol)element;
            case "System.Collections.Generic.List<T>" or "System.Collections.Generic.IList<T>"
                or "System.Collections.Generic.IReadOnlyList<T>" or "System.Collections.Immutable.ImmutableList<T>":
                (kind, count) = (EdgeKind.List, "Count");
                return (INamedTypeSymbol)element;
            default:
                return null;
        }
    }

    private static bool IsLayer(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && type.GetAttributes().DerivedFrom("LayerAttribute").Any();
}
