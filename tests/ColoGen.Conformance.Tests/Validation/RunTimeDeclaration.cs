using ColoGen.Core.Declarations;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Conformance.Tests.Validation;

/// <summary>A declaration whose constants are properties with the same values, as far as properties can give them.</summary>
internal sealed class RunTimeDeclaration
{
    private readonly List<object?> _values = [];

    private RunTimeDeclaration()
    {
    }

    /// <summary>What the rules report about the declaration with properties, and about their values.</summary>
    public static IEnumerable<string> Check(Topology topology)
    {
        var declaration = new RunTimeDeclaration();
        Topology converted = declaration.Convert(topology);
        return AllRules.Check(converted).Select(diagnostic => diagnostic.Rule.Id)
            .Concat(ValueChecker.CheckTopology(DeclarationWriter.Write(converted), declaration._values).Select(found => found.Diagnostic.Rule.Id));
    }

    /// <inheritdoc cref="Check(Topology)"/>
    public static IEnumerable<string> Check(Pair pair)
    {
        var declaration = new RunTimeDeclaration();
        Pair converted = pair with
        {
            Settings = declaration.Convert(pair.Settings, Access.Itself, static _ => true),
            Primary = declaration.Convert(pair.Primary!),
            Secondary = declaration.Convert(pair.Secondary!),
        };
        return AllRules.Check(converted).Select(diagnostic => diagnostic.Rule.Id)
            .Concat(ValueChecker.CheckPair(DeclarationWriter.Write(converted), declaration._values).Select(found => found.Diagnostic.Rule.Id));
    }

    private Topology Convert(Topology topology) => topology with
    {
        Domain = topology.Domain is { } domain ? Convert(domain, Access.Itself, static name => name != nameof(DomainAttribute.Machine)) : null,
        Attachments = topology.Attachments.Select(Convert).ToEquatableArray(),
    };

    private Attachment Convert(Attachment attachment) => attachment with
    {
        Settings = Convert(attachment.Settings, attachment.Edge.Source.Containing, name => !attachment.IsHostDisk && CanBeRunTime(name)),
        Edge = Convert(attachment.Edge),
    };

    private static bool CanBeRunTime(string diskSetting) =>
        DiskSettingTable.All.FirstOrDefault(setting => setting.Name == diskSetting) is { IsConstantOnly: false };

    /// <remarks>An optional layer is there, and a list has two.</remarks>
    private Edge Convert(Edge edge)
    {
        if (edge.Kind == EdgeKind.Optional) _values.Add(true);
        if (edge.Kind == EdgeKind.List)
        {
            _values.Add(2L);
            Convert(edge.Layer);
        }

        return edge with { Layer = Convert(edge.Layer) };
    }

    private Layer Convert(Layer layer) => layer with
    {
        Settings = Convert(layer.Settings, layer.Access, name => LayerKinds.Find(layer.Kind)?.Find(name) is { IsConstantOnly: false }),
        Edges = layer.Edges.Select(Convert).ToEquatableArray(),
    };

    private EquatableArray<Setting> Convert(EquatableArray<Setting> settings, Access owner, Func<string, bool> canBeRunTime) => settings
        .Select(setting => canBeRunTime(setting.Name) ? setting with { Value = Convert(setting.Value, owner.Member(setting.Name)) } : setting)
        .ToEquatableArray();

    private DocumentValue Convert(DocumentValue value, Access property)
    {
        if (value is PropertyValue)
        {
            _values.Add(value);
            return value;
        }

        _values.Add(value switch
        {
            TextConstant text => text.Text,
            NumberConstant number => number.Number,
            BooleanConstant boolean => boolean.Boolean,
            _ => value,
        });
        return new PropertyValue(property, ValueKind.Text, false, "", default);
    }
}
