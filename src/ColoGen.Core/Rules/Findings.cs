using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Rules;

/// <summary>What a rule finds. Most find nothing most of the time, which is an empty array and costs nothing.</summary>
internal static class Findings
{
    public static bool AreNone(this IEnumerable<Finding> findings) => findings is Finding[] { Length: 0 };

    public static IEnumerable<Finding> Then(this IEnumerable<Finding> findings, IEnumerable<Finding> others) =>
        findings.AreNone() ? others : findings.Concat(others);

    /// <summary>What is wrong with each item.</summary>
    public static IEnumerable<Finding> OfEach<TItem>(EquatableArray<TItem> items, Func<TItem, Finding?> find)
        where TItem : IEquatable<TItem> => OfEach(find, items, static (find, item) => find(item));

    /// <summary>What is wrong with each item of an owner.</summary>
    public static IEnumerable<Finding> OfEach<TOwner, TItem>(TOwner owner, EquatableArray<TItem> items, Func<TOwner, TItem, Finding?> find)
        where TItem : IEquatable<TItem>
    {
        List<Finding>? findings = null;
        foreach (TItem item in items)
        {
            if (find(owner, item) is { } finding) (findings ??= []).Add(finding);
        }

        return OrNone(findings);
    }

    /// <summary>What is wrong with items of which several have one key, by key in the order of the first ones. Null is no key.</summary>
    public static IEnumerable<Finding> OfRepeated<TItem, TKey>(
        TopologyContext index, EquatableArray<TItem> items, Func<TItem, TKey> key, Func<TopologyContext, IReadOnlyList<TItem>, IEnumerable<Finding>> find)
        where TItem : IEquatable<TItem>
    {
        HashSet<TKey>? keys = null;
        foreach (TItem item in items)
        {
            if (key(item) is { } one && !(keys ??= []).Add(one)) return OfGroups(index, items, key, find);
        }

        return [];
    }

    /// <summary>Adds to findings of which there may be none yet.</summary>
    public static void Add(ref List<Finding>? findings, IEnumerable<Finding> others)
    {
        if (!others.AreNone()) (findings ??= []).AddRange(others);
    }

    public static IEnumerable<Finding> OrNone(List<Finding>? findings) => findings ?? (IEnumerable<Finding>)[];

    private static IEnumerable<Finding> OfGroups<TItem, TKey>(
        TopologyContext index, IEnumerable<TItem> items, Func<TItem, TKey> key, Func<TopologyContext, IReadOnlyList<TItem>, IEnumerable<Finding>> find) => items
        .Where(item => key(item) is not null)
        .GroupBy(key)
        .Select(group => group.ToArray())
        .Where(group => group.Length > 1)
        .SelectMany(group => find(index, group));
}
