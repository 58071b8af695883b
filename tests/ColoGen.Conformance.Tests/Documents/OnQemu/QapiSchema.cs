using System.Text.Json;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>The types of <c>blockdev-add</c> in a QEMU's answer to <c>query-qmp-schema</c>.</summary>
internal sealed class QapiSchema
{
    private readonly Dictionary<string, JsonElement> _types;
    private readonly string _options;

    public QapiSchema(JsonElement answer)
    {
        JsonElement[] types = [.. answer.EnumerateArray()];
        _types = types.Where(type => MetaOf(type) is not ("command" or "event")).ToDictionary(type => type.GetProperty("name").GetString()!);
        _options = types.Single(type => MetaOf(type) == "command" && type.GetProperty("name").GetString() == "blockdev-add")
            .GetProperty("arg-type").GetString()!;
    }

    /// <summary>The members of a driver, with the names of their types.</summary>
    public IReadOnlyDictionary<string, string> MembersOfDriver(string driver) => MembersOf(_options, [new Option("driver", QapiType.String, driver)]);

    /// <summary>The options that the driver does not have, or has with another type.</summary>
    public IEnumerable<string> ProblemsOfDriver(string driver, IEnumerable<Option> options) =>
        Problems(_options, [new Option("driver", QapiType.String, driver), .. options]);

    private static string MetaOf(JsonElement type) => type.GetProperty("meta-type").GetString()!;

    private IEnumerable<string> Problems(string type, IReadOnlyList<Option> options)
    {
        Dictionary<string, string> members = MembersOf(type, options);
        foreach (Option option in options)
        {
            if (!members.TryGetValue(option.Key, out string? member)) yield return $"no {option.Key}";
            else if (!IsOf(member, option)) yield return $"{option.Key} is no {option.Type}";
            foreach (string problem in member is null ? [] : Below(member, option)) yield return $"{option.Key}.{problem}";
        }
    }

    private IEnumerable<string> Below(string type, Option option) => option.Type switch
    {
        QapiType.Object => Problems(type, option.Members),
        QapiType.List => option.Members.SelectMany(item => Problems(type.Trim('[', ']'), item.Members)),
        _ => [],
    };

    /// <summary>The members of an object, and those of its variant where one of the options chooses it.</summary>
    private Dictionary<string, string> MembersOf(string type, IReadOnlyList<Option> options)
    {
        JsonElement definition = _types[type];
        if (MetaOf(definition) != "object") return [];
        Dictionary<string, string> members = definition.GetProperty("members").EnumerateArray()
            .ToDictionary(member => member.GetProperty("name").GetString()!, member => member.GetProperty("type").GetString()!);
        if (!definition.TryGetProperty("tag", out JsonElement tag)) return members;
        string? chosen = options.Where(option => option.Key == tag.GetString()).Select(option => (option.Value as TextConstant)?.Text).FirstOrDefault();
        JsonElement variant = definition.GetProperty("variants").EnumerateArray().FirstOrDefault(item => item.GetProperty("case").GetString() == chosen);
        if (variant.ValueKind == JsonValueKind.Undefined) return members;
        foreach ((string name, string memberType) in MembersOf(variant.GetProperty("type").GetString()!, options)) members[name] = memberType;
        return members;
    }

    private bool IsOf(string type, Option option)
    {
        JsonElement definition = _types[type];
        return (MetaOf(definition), option.Type) switch
        {
            ("alternate", _) => definition.GetProperty("members").EnumerateArray().Any(member => IsOf(member.GetProperty("type").GetString()!, option)),
            ("builtin", QapiType.String) => definition.GetProperty("json-type").GetString() == "string",
            ("builtin", QapiType.Number) => definition.GetProperty("json-type").GetString() is "int" or "number",
            ("builtin", QapiType.Boolean) => definition.GetProperty("json-type").GetString() == "boolean",
            ("enum", QapiType.String) => option.Value is not TextConstant { Text: var text } || Values(definition).Contains(text),
            ("object", QapiType.Object) => true,
            ("array", QapiType.List) => true,
            _ => false,
        };
    }

    private static IEnumerable<string?> Values(JsonElement definition) => definition.GetProperty("values").EnumerateArray().Select(value => value.GetString());
}
