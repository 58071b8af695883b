using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>
/// Reads trees of layers from what is written, and gives what <see cref="TreeReader"/> gives. What is not plain, may mean something else or has a flaw is null: that is
/// left to the compiler. One instance reads for one declaration.
/// </summary>
/// <param name="trees">Takes the files that are read.</param>
internal sealed class SyntaxLayerReader(Names names, List<SyntaxTree> trees)
{
    private readonly List<DeclaredRecord> _ancestors = [];
    private int _layers;
    private int _scopes;

    /// <summary>A layer by itself.</summary>
    public Layer? ReadAlone(SourceType[] parts) =>
        PropertyType.OfSource(names, parts) is { Layer: { } kind, Record: { } record } type && Takes(type) ? ReadLayer(record, kind, Access.Itself) : null;

    /// <summary>What a property's type is; null where only the compiler knows.</summary>
    public PropertyType? TypeOf(DeclaredMember property) => property.Type is { } type && Takes(type) ? type : null;

    /// <summary>A property as an edge.</summary>
    /// <param name="type">Its type, a layer.</param>
    public Edge? ReadEdge(DeclaredMember property, PropertyType type, Access owner)
    {
        bool isNullable = property.Written.Type.IsNullable;
        if (!property.Written.IsVisible || (type.Count is not null && isNullable) || _ancestors.Contains(type.Record!)) return null;
        if (_ancestors.Count >= LayerTreeParser.MaxDepth || ++_layers > LayerTreeParser.MaxLayers) return null;
        EdgeKind kind = type.Count is not null ? EdgeKind.List : isNullable ? EdgeKind.Optional : EdgeKind.Required;
        Access source = owner.Member(property.Name);
        return ReadLayer(type.Record!, type.Layer!, source.OfLayer(kind, ref _scopes)) is { } layer ? new Edge(property.Name, kind, source, type.Count ?? "", layer) : null;
    }

    /// <summary>The settings of an attribute: its arguments, and the members of the same names.</summary>
    public List<Setting>? ReadSettings(DeclaredAttribute attribute, DeclaredRecord owner, Access access)
    {
        if (ArgumentReader.Read(names, attribute) is not { } settings) return null;
        foreach (SettingSchema wanted in attribute.Schema.Settings)
        {
            if (owner.Member(wanted.Name) is not { } member) continue;
            if (!member.Written.IsVisible || ArgumentReader.Has(settings, wanted.Name)) return null;
            if ((member.Written.IsConstant ? ConstantReader.Read(names, member, wanted.Type) : ReadRunTime(member, wanted.Type, access)) is not { } value) return null;
            settings.Add(new Setting(wanted.Name, value));
        }

        return settings;
    }

    /// <summary>A property as a value of a setting.</summary>
    public PropertyValue? ReadRunTime(DeclaredMember property, TypeSchema wanted, Access owner)
    {
        if (TypeOf(property) is not { Value: { } kind } type || !kind.CanGive(wanted.Kind)) return null;
        if (kind == ValueKind.Enum && type.Enum!.Name != wanted.Enum) return null;
        return new PropertyValue(
            owner.Member(property.Name), kind, property.Written.Type.IsNullable, type.Enum?.FullName ?? "", type.Enum?.Members ?? default);
    }

    /// <returns>Whether the attributes are read; their reference may still be null.</returns>
    public bool TryReadReference(List<DeclaredAttribute> attributes, out Reference? reference)
    {
        reference = null;
        if (attributes.Find("BackingReference") is not { } attribute) return true;
        if (ArgumentReader.Read(names, attribute) is not { } settings) return false;
        reference = Reference.Of(settings.ToEquatableArray());
        return true;
    }

    private Layer? ReadLayer(DeclaredRecord record, DeclaredAttribute kind, Access access)
    {
        if (ReadSettings(kind, record, access) is not { } settings || !TryReadReference(record.Attributes, out Reference? reference)) return null;
        var edges = new List<Edge>();
        _ancestors.Add(record);
        foreach (DeclaredMember member in record.Members)
        {
            if (member.Written.IsConstant) continue;
            if (TypeOf(member) is not { } type) return null;
            if (type.Layer is null) continue;
            if (ReadEdge(member, type, access) is not { } edge) return null;
            edges.Add(edge);
        }

        _ancestors.RemoveAt(_ancestors.Count - 1);
        return new Layer(kind.Schema.Kind, record.Name, access, settings.ToEquatableArray(), edges.ToEquatableArray(), reference);
    }

    private bool Takes(PropertyType type)
    {
        foreach (SourceType part in type.Parts)
        {
            if (part.Tree is { } tree && !trees.Contains(tree)) trees.Add(tree);
        }

        return true;
    }
}
