using System.Globalization;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;

namespace ColoGen.Core.Declarations;

/// <summary>
/// Reads a topology or pair from the text that <see cref="DeclarationWriter"/> wrote. With the values of its properties, those are constants of the model,
/// and each item of a list is a layer of its own. Without them, the model is as declared.
/// </summary>
internal sealed class DeclarationReader
{
    private readonly string[] _tokens;
    private readonly IReadOnlyList<object?>? _values;
    private readonly Dictionary<Place, string> _properties = [];
    private readonly List<RuleResult> _nulls = [];
    private int _token;
    private int _value;
    private int _scopes;

    /// <summary>How many layers that are absent contain what is read. Their properties have no values.</summary>
    private int _absent;

    private DeclarationReader(string text, IReadOnlyList<object?>? values)
    {
        _tokens = text.Split('\n');
        _values = values;
    }

    private bool HasValues => _values is not null && _absent == 0;

    /// <param name="values">
    /// In the order of the text: the value of each property, whether the layer of each optional edge is there, and how many items each list has. Texts,
    /// <see cref="long"/>, <see cref="bool"/>, and for a member of an enum the model's own value.
    /// </param>
    public static DeclarationModel<Topology> ReadTopology(string text, IReadOnlyList<object?>? values)
    {
        var reader = new DeclarationReader(text, values);
        return new DeclarationModel<Topology>(reader.Topology(Access.Itself), reader._properties, reader._nulls);
    }

    /// <inheritdoc cref="ReadTopology"/>
    public static DeclarationModel<Pair> ReadPair(string text, IReadOnlyList<object?>? values)
    {
        var reader = new DeclarationReader(text, values);
        TypeDeclaration type = reader.Type();
        EquatableArray<Setting> settings = reader.Settings(Access.Itself, type.Name, isOfDisk: false);
        Topology primary = reader.Topology(Access.Itself.Member(nameof(Pair.Primary)));
        Topology secondary = reader.Topology(Access.Itself.Member(nameof(Pair.Secondary)));
        return new DeclarationModel<Pair>(new Pair(type, settings, primary, secondary, []), reader._properties, reader._nulls);
    }

    private Topology Topology(Access access)
    {
        TypeDeclaration type = Type();
        var documents = (TopologyDocuments)Number();
        EquatableArray<Setting>? domain = Optional(access, type.Name);
        var attachments = new Attachment[Number()];
        for (int at = 0; at < attachments.Length; at++) attachments[at] = Attachment(access);
        return new Topology(type, domain, new(attachments), []) { Documents = documents };
    }

    private Attachment Attachment(Access host)
    {
        string dev = Next();
        bool isHostDisk = Next() == DeclarationToken.HostDisk;
        string name = Next();
        Access path = host.Member(name);
        EquatableArray<Setting> settings = Settings(path, dev, isOfDisk: true);
        EquatableArray<Setting>? export = Optional(path, dev);
        Reference? binding = Reference();
        return new Attachment(dev, isHostDisk, settings, Edges(host, name)[0], binding, export);
    }

    /// <summary>The edges that one edge of the declaration is: one for each item of a list whose length is known.</summary>
    private List<Edge> Edges(Access owner, string name)
    {
        var kind = (EdgeKind)Number();
        Access source = owner.Member(name);
        var edges = new List<Edge>();
        if (kind == EdgeKind.List && HasValues)
        {
            int start = _token;
            long count = (long)NextValue()!;
            for (int index = 0; index < count; index++)
            {
                _token = start;
                Access item = source.Item(index);
                edges.Add(new Edge(name, EdgeKind.Required, item, "", Layer(item)));
            }

            if (count == 0) Layer(source, isAbsent: true);
            return edges;
        }

        bool isAbsent = kind == EdgeKind.Optional && HasValues && !(bool)NextValue()!;
        edges.Add(new Edge(name, kind, source, "", Layer(source.OfLayer(kind, ref _scopes), isAbsent)));
        return edges;
    }

    private Layer Layer(Access access, bool isAbsent)
    {
        if (!isAbsent) return Layer(access);
        _absent++;
        Layer layer = Layer(access);
        _absent--;
        return layer;
    }

    private Layer Layer(Access access)
    {
        string kind = Next();
        string type = Next();
        EquatableArray<Setting> settings = Settings(access, type, isOfDisk: false);
        Reference? reference = Reference();
        var edges = new List<Edge>();
        long count = Number();
        for (long at = 0; at < count; at++) edges.AddRange(Edges(access, Next()));
        return new Layer(kind, type, access, settings, edges.ToEquatableArray(), reference);
    }

    private Reference? Reference() => Next() switch
    {
        DeclarationToken.None => null,
        DeclarationToken.Open => new Reference(null, (int)Number()),
        _ => new Reference(Next(), (int)Number()),
    };

    private EquatableArray<Setting>? Optional(Access access, string owner) =>
        Next() == DeclarationToken.None ? null : Settings(access, owner, isOfDisk: false);

    /// <param name="owner">What has the settings, as messages name it.</param>
    /// <param name="isOfDisk">Whether the properties of the settings are the topology's, beside the disk.</param>
    private EquatableArray<Setting> Settings(Access access, string owner, bool isOfDisk)
    {
        var settings = new List<Setting>();
        long count = Number();
        for (long at = 0; at < count; at++)
        {
            string name = Next();
            string value = Next();
            string content = value.Substring(1);
            DocumentValue? read = value.Substring(0, 1) switch
            {
                DeclarationToken.Text => new TextConstant(content),
                DeclarationToken.Number => new NumberConstant(ParseNumber(content)),
                DeclarationToken.Boolean => new BooleanConstant(content == "1"),
                DeclarationToken.Enum => new EnumConstant(content),
                _ => Property((isOfDisk ? access.Containing : access).Member(content), new Place(access.Path, name)),
            };
            bool mayBeNull = value.StartsWith(DeclarationToken.NullableProperty, StringComparison.Ordinal);
            if (read is not null) settings.Add(new Setting(name, read));
            else if (!mayBeNull) _nulls.Add(new RuleResult(new Place(access.Path, name), owner, name));
        }

        return settings.ToEquatableArray();
    }

    private DocumentValue? Property(Access property, Place setting)
    {
        _properties[setting] = property.Path;
        if (!HasValues) return new PropertyValue(property, ValueKind.Text, false, "", default);
        return NextValue() switch
        {
            null => null,
            long number => new NumberConstant(number),
            bool boolean => new BooleanConstant(boolean),
            DocumentValue value => value,
            object text => new TextConstant((string)text),
        };
    }

    private TypeDeclaration Type()
    {
        string name = Next();
        return new TypeDeclaration("", [], "", name, "", CanBeExtended: true);
    }

    private long Number() => ParseNumber(Next());

    private string Next() => DeclarationToken.Decode(_tokens[_token++]);

    private object? NextValue() => _values![_value++];

    private static long ParseNumber(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
