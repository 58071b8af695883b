using System.Collections.Immutable;
using System.Globalization;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;

namespace ColoGen.Generators.Diagnostics;

/// <summary>What would mend a finding, as the properties of its diagnostic.</summary>
internal static class FixProperties
{
    public static ImmutableDictionary<string, string?> Of(IReadOnlyList<Fix> fixes)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        for (int number = 0; number < fixes.Count; number++)
        {
            properties = properties
                .Add(Argument(number), fixes[number].Argument)
                .Add(Value(number), fixes[number].Value);
        }

        return properties;
    }

    public static IEnumerable<Fix> Read(ImmutableDictionary<string, string?> properties)
    {
        for (int number = 0; properties.TryGetValue(Argument(number), out string? argument) && argument is not null; number++)
        {
            yield return new Fix(argument, properties[Value(number)]);
        }
    }

    private static string Argument(int number) => "argument" + number.ToString(CultureInfo.InvariantCulture);

    private static string Value(int number) => "value" + number.ToString(CultureInfo.InvariantCulture);
}
