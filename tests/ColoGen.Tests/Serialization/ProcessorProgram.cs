using ColoGen.Serialization;

namespace ColoGen.Tests.Serialization;

/// <summary>What the test assembly prints when it is run as a program: many texts as each document has them.</summary>
internal static class ProcessorProgram
{
    public const string AskForVectors = "vectors";

    private static readonly string[] s_pieces =
        [
            "a", "/var/lib/libvirt/images", "é", "磁盘", "🦊", "&", "<", ">", "\"", "'", "\\", ",", "\t", "\n", "\r",
            "\u0001", "\u001F", "\u007F", "\0", "\uD800", "\uDC00", "\uFFFE",
        ];

    public static void Main(string[] arguments)
    {
        if (arguments is [AskForVectors])
        {
            Console.Write($"{AsciiText.IsSupported}\n");
            return;
        }

        Console.OutputEncoding = System.Text.Encoding.UTF8;
        foreach (string line in Lines()) Console.Write(line + "\n");
    }

    /// <summary>Each piece at each place of texts of up to 70 characters, where vectors end and begin.</summary>
    public static IEnumerable<string> Lines()
    {
        foreach (string piece in s_pieces)
        {
            for (int before = 0; before <= 70; before++)
            {
                string text = new string('x', before) + piece + new string('y', (70 - before) / 3);
                yield return $"{Written<XmlEscape>(text)} {Written<JsonEscape>(text)} {Written<JsonInXmlEscape>(text)} {Written<OptionEscape>(text)}";
            }
        }

        for (long number = 1, sign = 1; number < long.MaxValue / 10; number = (number * 10) + (number % 7), sign = -sign)
        {
            yield return $"{Utf8Number.Count(number * sign)} {Utf8Number.Count(number - 1)}";
        }
    }

    private static string Written<TEscape>(string text)
        where TEscape : IUtf8Escape
    {
        try
        {
            return new OneText<TEscape>(text).Written();
        }
        catch (ArgumentException exception)
        {
            return "refused: " + exception.Message.Split('(')[0];
        }
    }
}
