using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

internal static class ConstantTexts
{
    /// <summary>A constant as messages have it; null where the value is known only at run time.</summary>
    public static string? ConstantText(this DocumentValue? value) => value switch
    {
        TextConstant text => text.Text,
        NumberConstant number => number.Number.ToText(),
        EnumConstant member => member.Member,
        _ => null,
    };
}
