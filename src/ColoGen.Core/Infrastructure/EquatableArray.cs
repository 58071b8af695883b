using System.Collections;
using System.Runtime.CompilerServices;

namespace ColoGen.Core.Infrastructure;

/// <summary>An immutable array that is equal to another with equal items.</summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
internal readonly struct EquatableArray<T>(T[]? items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items = items;

    private T[] Items => _items ?? [];

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    public bool Equals(EquatableArray<T> other) => Items.AsSpan().SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in Items) hash = unchecked((hash * 31) + item.GetHashCode());
        return hash;
    }

    public bool Any(Func<T, bool> predicate)
    {
        foreach (T item in Items)
        {
            if (predicate(item)) return true;
        }

        return false;
    }

    public bool All(Func<T, bool> predicate)
    {
        foreach (T item in Items)
        {
            if (!predicate(item)) return false;
        }

        return true;
    }

    /// <summary>From the last item to the first.</summary>
    public void ForEachBackward(Action<T> action)
    {
        for (int index = Count - 1; index >= 0; index--) action(Items[index]);
    }

    /// <summary>What a loop runs over, without a box.</summary>
    public Enumerator GetEnumerator() => new(Items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    public struct Enumerator(T[] items)
    {
        private int _index = -1;

        public readonly T Current => items[_index];

        public bool MoveNext() => ++_index < items.Length;
    }
}

internal static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);
}
