using System.Globalization;

namespace ColoGen.Core.Infrastructure;

internal static class NumberText
{
    /// <summary>A number as messages and derived names have it.</summary>
    public static string ToText(this long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="ToText(long)"/>
    public static string ToText(this int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Hexadecimal, in small letters.</summary>
    public static string ToHex(this long number, int digits = 1) => number.ToString($"x{digits}", CultureInfo.InvariantCulture);
}
