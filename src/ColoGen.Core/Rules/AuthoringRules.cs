using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Formats;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO00xx: how topologies, pairs and layers are declared.</summary>
internal static class AuthoringRules
{
    private const string Mebibytes = "MiB";

    /// <summary>The settings of domains and pairs without which QEMU or libvirt does nothing.</summary>
    private static readonly HashSet<string> s_required =
    [
        nameof(DomainAttribute.Name),
        nameof(DomainAttribute.MemoryMiB),
        nameof(DomainAttribute.Vcpus),
        nameof(DomainAttribute.Type),
        nameof(ColoPairAttribute.Qemu),
        nameof(ColoPairAttribute.NbdHost),
        nameof(ColoPairAttribute.NbdPort),
        nameof(ColoPairAttribute.MigrationHost),
        nameof(ColoPairAttribute.MigrationPort),
    ];

    private static readonly Place s_documents = Place.Of<TopologyAttribute>("", nameof(TopologyAttribute.Documents));

    public static Rule NotARecord { get; } = ForError(
        "COLO0001",
        "Declaration must be a record",
        "'{0}' is not a record: declare it as 'partial record {0}'",
        DeclarationErrorKind.NotARecord);

    public static Rule NotPartial { get; } = ForError(
        "COLO0002",
        "Declaration must be partial",
        "'{0}' is not partial, or is local to its file, so the documents can't be added: declare it 'partial' and not 'file'",
        DeclarationErrorKind.NotPartial);

    public static Rule ReservedMemberName { get; } = ForError(
        "COLO0003",
        "Member name reserved for generated code",
        "'{0}' has a member '{1}', which is the name of a generated one: rename it",
        DeclarationErrorKind.MemberInTheWay);

    public static Rule NotALayer { get; } = ForError(
        "COLO0004",
        "Attached property is not a layer",
        "'{1}' is attached as a disk, but its type {0}",
        DeclarationErrorKind.NotALayer);

    public static Rule SeveralKinds { get; } = ForError(
        "COLO0005",
        "More than one layer or disk attribute",
        "'{1}' is {0} at once: keep one of the attributes",
        DeclarationErrorKind.SeveralKinds);

    public static Rule Recursive { get; } = ForError(
        "COLO0006",
        "Record contains itself as a layer",
        "'{1}' leads back to '{0}', which contains it: a chain must end",
        DeclarationErrorKind.Recursive);

    public static Rule TooManyLayers { get; } = ForError(
        "COLO0007",
        "Too many layers in one declaration",
        "The declaration has more than {0} at '{1}': split it",
        DeclarationErrorKind.TooLarge);

    public static Rule UnsupportedType { get; } = new(
        "COLO0008",
        "Unsupported property type for a setting",
        "'{1}' of '{3}' can't give the setting '{0}': {2}",
        RuleSeverity.Error)
    {
        OfError = error => error.Error.Kind == DeclarationErrorKind.UnsupportedType && error.Detail.Split([' '], count: 2) is [var setting, var advice]
            ? [new RuleResult(error.Path, setting, error.Path, advice, error.Owner)]
            : [],
    };

    public static Rule Inaccessible { get; } = new(
        "COLO0009",
        "Property not accessible from the topology",
        "'{0}' can't be read from {1}: make it and its getter public or internal",
        RuleSeverity.Error)
    {
        OfError = error => error.Error.Kind == DeclarationErrorKind.Inaccessible
            ? [new RuleResult(error.Path, error.Path, error.Layer is null ? $"'{error.Owner}'" : "a topology")]
            : [],
    };

    public static Rule GivenTwice { get; } = new(
        "COLO0010",
        "Setting given more than once",
        "'{1}' gives {0}, which an attribute or another property gives already: keep one",
        RuleSeverity.Error)
    {
        OfError = error => error.Error.Kind == DeclarationErrorKind.GivenTwice
            ? [ResultOf(error) with { Related = error.Layer is { } layer ? new Place(layer.Path, $"{layer.Kind}.{error.Detail}") : null }]
            : [],
    };

    public static Rule NotAttached { get; } = ForError(
        "COLO0011",
        "Layer is in no document",
        "{0}, or mark it [NotInDocuments]",
        DeclarationErrorKind.NotAttached,
        RuleSeverity.Warning);

    public static Rule ChildLayers { get; } = new(
        "COLO0012",
        "Unsupported child layer",
        "'{0}' {1}",
        RuleSeverity.Error)
    {
        OfLayer = layer => WrongChildren(layer) is { } reason ? [new RuleResult(layer.Path, layer.TypeName, reason)] : [],
    };

    public static Rule NotConstant { get; } = new(
        "COLO0013",
        "Setting that determines the graph must be constant",
        "{0} of '{1}' determines the graph and must be constant: give it in the attribute",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting is { Value: PropertyValue value, Name: var name } && MustBeConstant(setting)
            ? [new RuleResult(value.Access.Path, name, setting.Owner)]
            : [],
    };

    public static Rule NullableSetting { get; } = new(
        "COLO0014",
        "Required setting is nullable",
        "'{1}' gives {0}, which QEMU or libvirt can't do without: make its type not nullable",
        RuleSeverity.Error)
    {
        OfSetting = setting => setting is { Value: PropertyValue { IsNullable: true, Access.Path: var path }, Name: var name }
            && IsNeverNull(setting.LayerKind, name)
            ? [new RuleResult(path, name, path)]
            : [],
        OfError = error => error is { Error.Kind: DeclarationErrorKind.NullableList, Layer: not null }
            ? [new RuleResult(error.Path, "layers", error.Path)]
            : [],
    };

    public static Rule LanguageVersion { get; } = ForError(
        "COLO0015",
        "C# language version too old",
        "The project is C# {0}, and ColoGen's code needs C# 11: set LangVersion to 11 or newer",
        DeclarationErrorKind.OldLanguage);

    public static Rule NoDocument { get; } = new(
        "COLO0016",
        "Topology without a known document",
        "Documents of '{0}' selects {1}: combine members of TopologyDocuments, or leave it out",
        RuleSeverity.Error)
    {
        OfTopology = context => context.Topology.SelectsKnownDocuments
            ? []
            :
            [
                new RuleResult(
                    s_documents,
                    context.Topology.Type.Name,
                    context.Topology.Documents is default(TopologyDocuments) ? "no document" : "a document that does not exist")
                {
                    Fixes = [new Fix(s_documents.Argument!, null)],
                },
            ],
    };

    public static Rule InternalMember { get; } = ForError(
        "COLO0017",
        "Setting or layer not visible to other assemblies",
        "'{1}' is internal and '{0}' is not, so in another assembly '{0}' has no '{1}': make '{1}' and its getter public, or '{0}' internal",
        DeclarationErrorKind.InternalMember,
        RuleSeverity.Warning);

    public static Rule DerivedLayer { get; } = ForError(
        "COLO0018",
        "Record derives from another layer",
        "'{1}' derives from the layer '{0}', and a property of the type '{0}' that holds a '{1}' is written as a '{0}': "
            + "derive both from a record that is no layer",
        DeclarationErrorKind.DerivedLayer,
        RuleSeverity.Warning);

    public static Rule AddedByGenerator { get; } = new(
        "COLO0019",
        "Declaration added by another source generator",
        "{0} is added by another generator, whose output ColoGen's generator can't see: declare it in a file of the project",
        RuleSeverity.Error)
    {
        OfError = error => error.Error.Kind == DeclarationErrorKind.AddedByGenerator
            ? [ResultOf(error) with { Related = error.Path.Length == 0 ? null : new Place(error.Path) }]
            : [],
    };

    public static Rule ReservedTypeName { get; } = ForError(
        "COLO0020",
        "Type name reserved for generated code",
        "'{0}' is the name of a type or namespace that '{1}' can see, and of one that generated code uses: rename it",
        DeclarationErrorKind.ReservedTypeName);

    public static Rule UnreadAttribute { get; } = ForError(
        "COLO0021", "Attribute without effect", "{0}", DeclarationErrorKind.UnreadAttribute);

    public static Rule SimilarMember { get; } = new(
        "COLO0022",
        "Member name similar to a setting",
        "'{0}' is in no document, and {1} of [{2}] is {3}, or mark it [NotInDocuments]",
        RuleSeverity.Warning)
    {
        OfError = error => error.Error.Similar is { } similar ? [SimilarTo(error, similar)] : [],
    };

    public static Rule UnusedMember { get; } = ForError(
        "COLO0023",
        "Property is in no document",
        "'{0}' is neither a setting nor a layer, so it is in no document: mark it [NotInDocuments] if this is intended",
        DeclarationErrorKind.UnusedMember,
        RuleSeverity.Info);

    /// <summary>
    /// Where all documents are selected by default, the generated type's documentation says which it has not. An error may be the reason that a document is not
    /// there, and no document can be written with one.
    /// </summary>
    public static Rule SelectedDocument { get; } = new(
        "COLO0025",
        "Selected document not available",
        "'{0}' has no {1}: {2}",
        RuleSeverity.Warning)
    {
        OfTopology = context => MayLackDocuments(context.Topology) && MissingDocuments(context) is [_, ..] missing && RuleChecker.FirstError(context) is null
            ? missing
            : [],
    };

    public static Rule DerivedTopology { get; } = ForError(
        "COLO0026",
        "Record derives from a topology or pair",
        "'{1}' derives from '{0}', whose methods write a '{1}' as a '{0}': derive both from a record without [Topology] and [ColoPair], and make '{0}' sealed",
        DeclarationErrorKind.DerivedTopology);

    public static Rule SettingOfNoDocument { get; } = new(
        "COLO0027",
        "Setting in no selected document",
        "{0} of '{1}' is in {2} alone, which Documents does not select: add TopologyDocuments.DomainXml, or leave it out",
        RuleSeverity.Warning)
    {
        OfTopology = context => context.Topology is { SelectsKnownDocuments: true, Documents: not TopologyDocuments.All } topology
            && !topology.Documents.HasFlag(TopologyDocuments.DomainXml)
            ? SettingsOfDomainXml(topology)
            : [],
    };

    public static IEnumerable<Rule> All =>
    [
        NotARecord, NotPartial, ReservedMemberName, NotALayer, SeveralKinds, Recursive, TooManyLayers, UnsupportedType, Inaccessible, GivenTwice,
        NotAttached, ChildLayers, NotConstant, NullableSetting, LanguageVersion, NoDocument, InternalMember, DerivedLayer, AddedByGenerator,
        ReservedTypeName, UnreadAttribute, SimilarMember, UnusedMember, SelectedDocument, DerivedTopology, SettingOfNoDocument,
    ];

    /// <summary>Reports what the parser found, in a layer's own declaration or in that of the topology or pair.</summary>
    private static Rule ForError(string id, string title, string message, DeclarationErrorKind kind, RuleSeverity severity = RuleSeverity.Error) =>
        new(id, title, message, severity) { OfError = error => error.Error.Kind == kind ? [ResultOf(error)] : [] };

    /// <summary>
    /// Whether all is known that the documents depend on, and the declaration asks for one that it may not have: the domain of [Domain] where libvirt can't
    /// open all layers, or what Documents names.
    /// </summary>
    private static bool MayLackDocuments(Topology topology)
    {
        bool mayLack = topology.Documents != TopologyDocuments.All;
        foreach (Attachment attachment in topology.Attachments)
        {
            if (!attachment.IsHostDisk && (attachment.Bus is null || Targets.Number(attachment.Dev) is null)) return false;
            if (attachment.Top.Has(static layer => LayerKinds.Find(layer.Kind) is null)) return false;
            mayLack |= topology.Domain is not null
                && attachment.Top.Has(static layer => layer.Reference is not null || !LayerKinds.Get(layer.Kind).IsInLibvirt);
        }

        return mayLack;
    }

    private static List<RuleResult> MissingDocuments(TopologyContext context)
    {
        Topology topology = context.Topology;
        var documents = new DocumentContext(context);
        var results = new List<RuleResult>();
        foreach (Document document in Document.All)
        {
            bool isAskedFor = topology.Documents != TopologyDocuments.All || (topology.Domain is not null && document.Selection == TopologyDocuments.DomainXml);
            if (isAskedFor && !document.IsInverse && document.IsSelectedBy(topology) && document.ProblemOf(documents) is { } problem)
            {
                results.Add(new RuleResult(problem.Path, topology.Type.Name, document.Title, problem.Reason));
            }
        }

        return results;
    }

    /// <summary>The settings that the domain XML would have, and no document that a topology selects.</summary>
    private static IEnumerable<RuleResult> SettingsOfDomainXml(Topology topology)
    {
        foreach (Setting setting in topology.Domain ?? default)
        {
            if (setting.Name is nameof(DomainAttribute.Name) or nameof(DomainAttribute.Machine)) continue;
            yield return new RuleResult(Place.Of("", setting), setting.Name, topology.Type.Name, "the domain XML");
        }

        if (topology.Documents.HasFlag(TopologyDocuments.TreeXml)) yield break;
        foreach (Attachment disk in topology.Attachments)
        {
            foreach (Setting setting in disk.Settings)
            {
                if (DiskSettingTable.Find(setting.Name) is not { Node: null, Device: null, SeenByGuest: null }) continue;
                yield return new RuleResult(Place.Of(disk.Path, setting), setting.Name, disk.Dev, "libvirt's XML");
            }
        }
    }

    private static RuleResult ResultOf(DeclaredError error) => new(error.Path, error.Detail, error.PathOrOwner);

    /// <summary>A member that has the name of the setting is no property that can be read; another name would not help.</summary>
    private static RuleResult SimilarTo(DeclaredError error, SimilarSetting setting)
    {
        string member = error.Detail;
        bool isOfDisk = setting.Attribute == AttributeName.Of<DiskAttribute>();
        if (setting.State == SimilarState.OfDisk)
        {
            return new RuleResult(error.Path, member, setting.Name, setting.Attribute, "no setting of a layer: give it where the layer is attached");
        }

        bool canBeMember = LayerKinds.Find(setting.Attribute) is not null || setting.Attribute == AttributeName.Of<DomainAttribute>()
            || setting.Attribute == AttributeName.Of<ColoPairAttribute>();
        bool isInUnit = setting.Name.EndsWith(Mebibytes, StringComparison.Ordinal) && !member.EndsWith(Mebibytes, StringComparison.OrdinalIgnoreCase);
        bool isConstant = IsConstantOnly(setting.Attribute, setting.Name);
        string? rename = !canBeMember || isConstant || member == setting.Name ? null
            : setting.Type.Length > 0 ? $"rename it to '{setting.Name}' and make its type '{setting.Type}'"
            : isInUnit ? $"rename it to '{setting.Name}', whose unit is MiB"
            : $"rename it to '{setting.Name}'";
        string? repair = isOfDisk && DiskSettingTable.Find(setting.Name) is { IsConstantOnly: false }
            ? $"write [{setting.Name}(\"{setting.Dev}\")] before it"
            : rename;
        string state = setting.State == SimilarState.Given
            ? $"given elsewhere: remove it{(repair is null ? "" : $", or remove the other and {repair}")}"
            : $"not given: {repair ?? (canBeMember && !isConstant ? "make it a property with a getter that is not static" : "give it there, as a constant")}";
        string attribute = setting.Dev.Length == 0 ? setting.Attribute : $"{setting.Attribute}(\"{setting.Dev}\")";
        return new RuleResult(error.Path, member, setting.Name, attribute, state)
        {
            NewName = setting.State == SimilarState.Given || rename is null || setting.Type.Length > 0 || isInUnit ? null : setting.Name,
        };
    }

    private static string? WrongChildren(Layer layer)
    {
        if (LayerKinds.Find(layer.Kind) is not { IsSource: var isSource, Children: var children })
        {
            return $"has the attribute [{layer.Kind}], which no generator knows: use one of ColoGen's";
        }

        // A property that could not be read into an edge has a diagnostic of its own.
        foreach (DeclarationError error in layer.Errors)
        {
            if (error.Kind is DeclarationErrorKind.Recursive or DeclarationErrorKind.Inaccessible or DeclarationErrorKind.TooLarge) return null;
        }

        return isSource switch
        {
            true when layer.Edges.Count + (layer.Reference is null ? 0 : 1) > 1 =>
                "has more than one backing layer: keep one property or the [BackingReference]",
            true when layer.Edges.Any(static edge => edge.Kind == EdgeKind.List) => "has a list of backing layers, and a source has one",
            true => null,
            false when layer.Reference is not null => "has a [BackingReference], but no backing: put it on a source below",
            false when layer.Edges.Count == 0 => "has no child layer: add a property whose type is a layer",
            false when !children.IsList
                && (layer.Edges.Count != children.Keys.Count || layer.Edges.Any(static edge => edge.Kind != EdgeKind.Required)) =>
                children.Keys is [_]
                    ? "must have exactly one child layer, which is never absent"
                    : $"must have exactly {children.Keys.Count.ToText()} child layers ({string.Join(", ", children.Keys)}), which are never absent",
            false => null,
        };
    }

    private static bool MustBeConstant(DeclaredSetting setting) =>
        setting.Definition is { IsConstantOnly: true } || (setting.Kind == DeclarationKind.Domain && DomainLimits.IsConstantOnly(setting.Name));

    /// <summary>Whether only a constant can give a setting of a layer or a domain.</summary>
    public static bool IsConstantOnly(string attribute, string setting) => LayerKinds.Find(attribute)?.Find(setting) is { IsConstantOnly: true }
        || (attribute == AttributeName.Of<DomainAttribute>() && DomainLimits.IsConstantOnly(setting));

    /// <summary>Whether a setting can't be left out by a value that is null.</summary>
    /// <param name="kind">The kind of the layer that has it; null for another declaration.</param>
    public static bool IsNeverNull(LayerKind? kind, string setting) =>
        kind is not null ? kind.IsRequired(setting) || kind.Find(setting) is { IsNeverNull: true } : s_required.Contains(setting);
}
