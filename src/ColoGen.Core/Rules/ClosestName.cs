namespace ColoGen.Core.Rules;

/// <summary>The candidate that is spelled most like a name, for suggestions.</summary>
internal static class ClosestName
{
    /// <summary>The candidate with the fewest letters to change, the first of several.</summary>
    public static string? Of(string name, IEnumerable<string> candidates) => candidates
        .Distinct()
        .OrderBy(candidate => Distance(name, candidate))
        .ThenBy(candidate => candidate, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The candidate that a name is most likely meant to be: the only one, or one that is similar; null where there is none.</summary>
    public static string? Similar(string name, IReadOnlyList<string> candidates) =>
        candidates is [var only] ? only : Of(name, candidates.Where(candidate => IsSimilar(name, candidate)));

    /// <summary>The end of a message about a name that is not one of the candidates.</summary>
    public static string Suggestion(string name, IReadOnlyList<string> candidates) =>
        candidates.Count == 0 ? ""
        : Similar(name, candidates) is { } similar ? $": '{similar}' is the {(candidates.Count == 1 ? "only one" : "nearest")}"
        : $": there are {string.Join(", ", candidates.Select(static candidate => $"'{candidate}'"))}";

    /// <summary>Whether two names differ in case alone, or, if they have at least four letters, in one letter or in the order of two neighbors.</summary>
    public static bool IsSimilar(string left, string right)
    {
        left = left.ToUpperInvariant();
        right = right.ToUpperInvariant();
        if (left == right) return true;
        if (Math.Min(left.Length, right.Length) < 4 || Math.Abs(left.Length - right.Length) > 1) return false;
        int start = 0;
        while (start < Math.Min(left.Length, right.Length) && left[start] == right[start]) start++;
        return Distance(left, right) <= 1
            || (left.Length == right.Length && start + 1 < left.Length && left[start] == right[start + 1] && left[start + 1] == right[start]
                && string.CompareOrdinal(left, start + 2, right, start + 2, left.Length) == 0);
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
