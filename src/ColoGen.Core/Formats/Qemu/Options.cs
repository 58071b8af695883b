using ColoGen.Core.Infrastructure;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>Collects the members of a QAPI object; what is not given is left out.</summary>
internal sealed class Options
{
    private readonly List<Option> _members = [];

    public Options Add(string key, OptionValue? value)
    {
        if (value is not null) _members.Add(new Option(key, value));
        return this;
    }

    public Options AddText(string key, Text? text) => Add(key, text is null ? null : new StringOption(text));

    public Options AddBare(string key, Text? text) => Add(key, text is null ? null : new BareOption(text));

    public EquatableArray<Option> ToArray() => _members.ToEquatableArray();

    public ObjectOption ToObject() => new(ToArray());
}
