using System.Text;

namespace ColoGen.TestInfrastructure;

/// <summary>Splits a command line into words, and quotes words, the way a POSIX shell does.</summary>
internal static class ShellWords
{
    /// <summary>The words of <paramref name="text"/>, with quotes and backslashes removed.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char quote = '\0';

        for (int i = 0; i < text.Length; i++)
        {
            char current = text[i];
            bool escaped = current == '\\' && quote != '\'' && i + 1 < text.Length
                && (quote == '\0' || text[i + 1] is '"' or '\\' or '$' or '`');
            if (escaped)
            {
                (word ??= new()).Append(text[++i]);
            }
            else if (quote != '\0')
            {
                if (current == quote)
                {
                    quote = '\0';
                }
                else
                {
                    word!.Append(current);
                }
            }
            else if (current is '\'' or '"')
            {
                word ??= new();
                quote = current;
            }
            else if (!char.IsWhiteSpace(current))
            {
                (word ??= new()).Append(current);
            }
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        if (quote != '\0')
        {
            throw new FormatException($"A quote ({quote}) is not closed in: {text}");
        }

        if (word is not null) words.Add(word.ToString());

        return words;
    }

    /// <summary>One word in single quotes.</summary>
    public static string Quote(string word) => "'" + word.Replace("'", @"'\''") + "'";
}
