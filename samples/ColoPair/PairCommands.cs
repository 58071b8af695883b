using System.Buffers;
using System.Text.RegularExpressions;
using ColoGen;

namespace ColoPair;

/// <summary>The lists of commands of the pair, by the names that the command line has for them: <c>secondary-prepare</c>.</summary>
internal static partial class PairCommands
{
    private static readonly IReadOnlyDictionary<string, ColoCommands> s_lists = Enum.GetValues<ColoCommands>().ToDictionary(NameOf);

    public static IEnumerable<string> Names => s_lists.Keys;

    public static byte[] Bytes(ShopPair pair, string name)
    {
        pair.ThrowIfInvalid();
        var buffer = new ArrayBufferWriter<byte>();
        pair.WriteCommands(s_lists[name], buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static string NameOf(ColoCommands commands) => WordBorder().Replace(commands.ToString(), "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBorder();
}
