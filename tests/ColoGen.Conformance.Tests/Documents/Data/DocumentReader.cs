using System.Text.Json.Nodes;

namespace ColoGen.Conformance.Tests.Documents.Data;

/// <summary>Reads documents back, without any of the code that wrote them.</summary>
internal static class DocumentReader
{
    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The arguments of every such command, in their order.</summary>
    public static IReadOnlyList<JsonObject> Arguments(IEnumerable<string> commands, string command) =>
    [
        .. commands.Select(line => JsonNode.Parse(line)!)
            .Where(line => line["execute"]!.GetValue<string>() == command)
            .Select(line => line["arguments"]!.AsObject()),
    ];

    /// <summary>The values of every such option that are JSON, in their order.</summary>
    public static IReadOnlyList<JsonObject> Values(IReadOnlyList<string> arguments, string option) =>
        [.. Following(arguments, option).Select(value => JsonNode.Parse(value)!.AsObject())];

    /// <summary>The values of every such option as QEMU's <c>key=value</c>, in their order.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Options(IReadOnlyList<string> arguments, string option) =>
        [.. Following(arguments, option).Select(ParseOptions)];

    /// <summary>The values of every such option, in their order.</summary>
    public static IReadOnlyList<string> Following(IReadOnlyList<string> arguments, string option) =>
    [
        .. arguments.Chunk(2).Where(pair => pair[0] == option).Select(pair => pair[1]),
    ];

    /// <summary>QEMU's own reading: a comma ends a value unless it is doubled; what comes first may lack its key.</summary>
    public static IReadOnlyDictionary<string, string> ParseOptions(string options)
    {
        Dictionary<string, string> read = [];
        int at = 0;
        while (at < options.Length)
        {
            System.Text.StringBuilder text = new();
            string? key = null;
            for (; at < options.Length; at++)
            {
                char character = options[at];
                if (character == ',')
                {
                    if (at + 1 == options.Length || options[at + 1] != ',') break;
                    at++;
                }
                else if (character == '=' && key is null)
                {
                    key = text.ToString();
                    text.Clear();
                    continue;
                }

                text.Append(character);
            }

            at++;
            read.Add(key ?? "", text.ToString());
        }

        return read;
    }
}
