using System.Globalization;

namespace ColoGen.Core.Infrastructure;

internal static class NumberText
{
    /// <summary>A number as messages and derived names have it.</summary>
    public static string ToText(this long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="ToText(long)"/>
    public static string ToText(this int number) => number.ToString(CultureInfo.InvariantCulture);
}
