using System.Globalization;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>Collects the members of a QAPI object; what is not given is left out.</summary>
internal sealed class Options
{
    private readonly List<Option> _members = [];

    /// <summary>A string.</summary>
    /// <param name="edge">An optional edge; without its layer the member is left out.</param>
    public Options Add(string key, DocumentValue? value, Edge? edge = null) => Add(key, QapiType.String, value, edge);

    public Options AddNumber(string key, DocumentValue? value) => Add(key, QapiType.Number, value);

    public Options AddNumber(string key, long value) => AddNumber(key, new NumberConstant(value));

    public Options AddBoolean(string key, DocumentValue? value) => Add(key, QapiType.Boolean, value);

    public Options AddBoolean(string key, bool value) => AddBoolean(key, new BooleanConstant(value));

    /// <summary>An object. Its first member is always present.</summary>
    public Options AddObject(string key, Options members) => Add(key, QapiType.Object, members.ToArray());

    /// <summary>A list of objects. The first member of each is always present.</summary>
    public Options AddList(string key, IEnumerable<Options> items) =>
        Add(key, QapiType.List, items.Select((item, position) => Item(position, item.ToArray())).ToEquatableArray());

    public EquatableArray<Option> ToArray() => _members.ToEquatableArray();

    private static Option Item(int position, EquatableArray<Option> members) =>
        new(position.ToString(CultureInfo.InvariantCulture), QapiType.Object, Value: null, members);

    private Options Add(string key, QapiType type, EquatableArray<Option> members)
    {
        _members.Add(new Option(key, type, Value: null, members));
        return this;
    }

    private Options Add(string key, QapiType type, DocumentValue? value, Edge? edge = null)
    {
        if (value is not null) _members.Add(new Option(key, type, value, Edge: edge));
        return this;
    }
}
