using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_notARecord = Flawed(
        "COLO0001", "A topology, pair or layer is not a record", "'{0}' is not a record: declare it as 'partial record {0}'", DeclarationErrorKind.NotARecord);

    private static readonly Rule s_notPartial = Flawed(
        "COLO0002", "A topology or pair, or a type around it, is not partial", "'{0}' is not partial, or is local to its file, so the documents can't be added: declare it 'partial' and not 'file'", DeclarationErrorKind.NotPartial);

    private static readonly Rule s_memberInTheWay = Flawed(
        "COLO0003", "A member has the name of a generated one", "'{0}' has a member '{1}', which is the name of a generated one: rename it", DeclarationErrorKind.MemberInTheWay);

    private static readonly Rule s_notALayer = Flawed(
        "COLO0004", "An attached property is not a layer", "'{1}' is attached as a disk, but its type '{0}' is not one layer: give the type a source, [Quorum] or [Replication]", DeclarationErrorKind.NotALayer);

    private static readonly Rule s_severalKinds = Flawed(
        "COLO0005", "A record has two kinds", "'{1}' is {0} at once: keep one", DeclarationErrorKind.SeveralKinds);

    private static readonly Rule s_recursive = Flawed(
        "COLO0006", "A record contains itself", "'{1}' leads back to '{0}', which contains it: a chain must end", DeclarationErrorKind.Recursive);

    private static readonly Rule s_tooLarge = Flawed(
        "COLO0007", "A topology has too many layers", "The declaration has more than {0} at '{1}': split it", DeclarationErrorKind.TooLarge);

    private static readonly Rule s_unsupportedType = Flawed(
        "COLO0008", "A property can't give its setting", "'{1}' gives the setting '{0}', but its type can't: use the setting's own type, nullable or not", DeclarationErrorKind.UnsupportedType);

    private static readonly Rule s_inaccessible = Flawed(
        "COLO0009", "A property can't be read", "'{1}' can't be read from the topology: make it and its getter public or internal", DeclarationErrorKind.Inaccessible);

    private static readonly Rule s_givenTwice = Flawed(
        "COLO0010", "A setting is given twice", "'{1}' gives {0}, which an attribute gives already: keep the argument or the property", DeclarationErrorKind.GivenTwice) with
    {
        OfLayer = layer => Findings.OfEach(layer, layer.Errors, static (layer, flaw) => flaw.Kind == DeclarationErrorKind.GivenTwice
            ? Of(flaw, layer.TypeName) with { Related = new Place(layer.Path, $"{layer.Kind}.{flaw.Detail}") }
            : null),
    };

    private static readonly Rule s_notAttached = Flawed(
        "COLO0011", "A layer of a topology is not attached", "'{1}' is a layer and attached to nothing: add [Disk] or [HostDisk]", DeclarationErrorKind.NotAttached, RuleSeverity.Warning);

    private static readonly Rule s_oldLanguage = Flawed(
        "COLO0015", "The language is older than the generated code", "The project is C# {0}, and ColoGen's code needs C# 11: set LangVersion to 11 or newer", DeclarationErrorKind.OldLanguage);

    private static readonly Rule s_shape = new(
        "COLO0012", "A layer stands on the wrong layers", "'{0}' {1}", RuleSeverity.Error, RuleCategory.Authoring)
    {
        OfLayer = layer => Shape(layer) is { } reason ? [new Finding(layer.Path, layer.TypeName, reason)] : [],
    };

    private static readonly Rule s_notConstant = new(
        "COLO0013", "What shapes the tree is not constant", "{0} of '{1}' shapes the tree and must be constant: give it in the attribute", RuleSeverity.Error, RuleCategory.Authoring)
    {
        OfLayer = layer => NotConstant(layer.TypeName, layer.Settings),
        OfTopology = index => NotConstant(index.Topology.Type.Name, index.Topology.Domain ?? default),
    };

    private static readonly Rule s_nullable = new(
        "COLO0014", "A setting that is needed may be null", "'{1}' gives {0}, which QEMU or libvirt can't do without: make its type not nullable", RuleSeverity.Error, RuleCategory.Authoring)
    {
        OfLayer = layer => Nullable(layer.Settings)
            .Then(Findings.OfEach(layer.Errors, static flaw => flaw.Kind == DeclarationErrorKind.NullableList ? new Finding(flaw.Path, "layers", flaw.Path) : null)),
        OfTopology = index => Nullable(index.Topology.Domain ?? default),
        OfPair = pair => Nullable(pair.Settings),
    };

    /// <summary>The settings without which QEMU or libvirt does nothing, though ColoGen may write something where they are not declared.</summary>
    private static readonly HashSet<string> s_needed =
    [
        "Port", "SecretFile", "SecretUuid", "Name", "MemoryMiB", "Vcpus", "Type", "Qemu", "NbdHost", "NbdPort", "MigrationHost", "MigrationPort",
        .. LayerKinds.All.SelectMany(kind => kind.Required).SelectMany(names => names),
    ];

    /// <summary>What the reading found: in a layer's own declaration, or in the topology's.</summary>
    private static Rule Flawed(string id, string title, string message, DeclarationErrorKind kind, RuleSeverity severity = RuleSeverity.Error) => new(
        id, title, message, severity, RuleCategory.Authoring)
    {
        OfLayer = layer => Find(kind, layer.Errors, layer.TypeName),
        OfTopology = index => Find(kind, index.Topology.Errors, index.Topology.Type.Name),
        OfPair = pair => Find(kind, pair.Errors, pair.Type.Name),
    };

    private static IEnumerable<Finding> Find(DeclarationErrorKind kind, EquatableArray<DeclarationError> flaws, string owner) =>
        Findings.OfEach((kind, owner), flaws, static (wanted, flaw) => flaw.Kind == wanted.kind ? Of(flaw, wanted.owner) : null);

    private static Finding Of(DeclarationError flaw, string owner) => new(flaw.Path, flaw.Detail, flaw.Path.Length == 0 ? owner : flaw.Path);

    /// <summary>What is wrong with what a layer stands on.</summary>
    private static string? Shape(Layer layer)
    {
        if (LayerKinds.Find(layer.Kind) is not { IsSource: var isSource }) return $"has the attribute [{layer.Kind}], which no generator knows: use one of ColoGen's";

        // A property that could not be read into an edge has a finding of its own.
        if (layer.Errors.Any(static flaw => flaw.Kind is DeclarationErrorKind.Recursive or DeclarationErrorKind.Inaccessible or DeclarationErrorKind.TooLarge)) return null;

        return isSource switch
        {
            true when layer.Edges.Count + (layer.Reference is null ? 0 : 1) > 1 => "has more than one backing layer: keep one property or the [BackingReference]",
            true when layer.Edges.Any(static edge => edge.Kind == EdgeKind.List) => "has a list of backing layers: a source stands on one",
            true => null,
            false when layer.Reference is not null => "has a [BackingReference], but no backing: put it on a source below",
            false when layer.Edges.Count == 0 => "stands on no layer: add a property whose type is one",
            false when layer.Kind == "Replication" && (layer.Edges.Count != 1 || layer.Edges[0].Kind != EdgeKind.Required) => "must stand on exactly one layer that is always there",
            false => null,
        };
    }

    private static IEnumerable<Finding> NotConstant(string owner, EquatableArray<Setting> settings) => Findings.OfEach(owner, settings, static (owner, setting) =>
        setting is { Value: PropertyValue value, Name: "Format" or "Index" or "Mode" or "Tls" or "Machine" }
            ? new Finding(value.Access.Path, setting.Name, owner)
            : null);

    private static IEnumerable<Finding> Nullable(EquatableArray<Setting> settings) => Findings.OfEach(settings, static setting =>
        setting.Value is PropertyValue { IsNullable: true, Access.Path: var path } && s_needed.Contains(setting.Name)
            ? new Finding(path, setting.Name, path)
            : null);
}
