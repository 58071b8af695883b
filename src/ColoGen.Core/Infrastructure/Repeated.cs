namespace ColoGen.Core.Infrastructure;

/// <summary>Finds items that have one key.</summary>
internal static class Repeated
{
    /// <summary>
    /// The groups of several items with one key, in the order of their first items; null where every key is there once. A null key is none.
    /// </summary>
    public static IEnumerable<IReadOnlyList<TItem>>? Groups<TItem, TKey>(EquatableArray<TItem> items, Func<TItem, TKey> key)
        where TItem : IEquatable<TItem>
    {
        HashSet<TKey>? keys = null;
        foreach (TItem item in items)
        {
            if (key(item) is { } one && !(keys ??= []).Add(one)) return All(items, key);
        }

        return null;
    }

    private static IEnumerable<IReadOnlyList<TItem>> All<TItem, TKey>(IEnumerable<TItem> items, Func<TItem, TKey> key) => items
        .Where(item => key(item) is not null)
        .GroupBy(key)
        .Select(group => group.ToArray())
        .Where(group => group.Length > 1);
}
