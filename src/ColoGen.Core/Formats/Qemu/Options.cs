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

    public Options AddObject(string key, Options members)
    {
        _members.Add(new Option(key, QapiType.Object, Value: null, members.ToArray()));
        return this;
    }

    public EquatableArray<Option> ToArray() => _members.ToEquatableArray();

    private Options Add(string key, QapiType type, DocumentValue? value, Edge? edge = null)
    {
        if (value is not null) _members.Add(new Option(key, type, value, Edge: edge));
        return this;
    }
}
