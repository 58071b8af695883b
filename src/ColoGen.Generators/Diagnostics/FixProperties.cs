using System.Collections.Immutable;
using System.Globalization;
using ColoGen.Core.Rules;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Diagnostics;

/// <summary>The fixes of a result, as the properties of its diagnostic.</summary>
internal static class FixProperties
{
    /// <summary>The property with the name that the member at the diagnostic should have.</summary>
    public const string NewName = "newName";

    public static ImmutableDictionary<string, string?> Of(RuleResult result)
    {
        IReadOnlyList<Fix> fixes = result.Fixes;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (result.NewName is { } name) properties = properties.Add(NewName, name);
        for (int number = 0; number < fixes.Count; number++)
        {
            properties = properties
                .Add(Argument(number), fixes[number].Argument)
                .Add(Expression(number), ExpressionOf(fixes[number].Value));
        }

        return properties;
    }

    public static IEnumerable<ArgumentChange> Read(ImmutableDictionary<string, string?> properties)
    {
        for (int number = 0; properties.TryGetValue(Argument(number), out string? argument) && argument is not null; number++)
        {
            yield return new ArgumentChange(argument, properties[Expression(number)]);
        }
    }

    private static string? ExpressionOf(object? value) => value switch
    {
        null => null,
        Enum member => $"{member.GetType().Name}.{member}",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
    };

    private static string Argument(int number) => "argument" + number.ToString(CultureInfo.InvariantCulture);

    private static string Expression(int number) => "expression" + number.ToString(CultureInfo.InvariantCulture);
}
