namespace ColoGen.Core.Layers;

/// <summary>The text of a UUID, as libvirt's schema takes it: 32 hexadecimal digits, with four hyphens or without.</summary>
internal static class UuidText
{
    private const int Digits = 32;

    private const int DigitsAndHyphens = 36;

    public static bool IsValid(string text)
    {
        if (text.Length is not (Digits or DigitsAndHyphens)) return false;
        for (int at = 0; at < text.Length; at++)
        {
            bool isHyphen = text.Length == DigitsAndHyphens && at is (8 or 13 or 18 or 23);
            if (isHyphen ? text[at] != '-' : !Uri.IsHexDigit(text[at])) return false;
        }

        return true;
    }
}
