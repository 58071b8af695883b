using System.Collections;
using System.Reflection;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>Everything that an object keeps alive.</summary>
internal static class ReachableObjects
{
    public static IReadOnlyCollection<object> From(IEnumerable<object?> roots)
    {
        var found = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var rest = new Stack<object?>(roots);
        while (rest.TryPop(out object? next))
        {
            if (next is null or string or Type or Pointer || next.GetType().IsPrimitive || next.GetType().IsEnum || !found.Add(next)) continue;
            if (next is IEnumerable items and Array)
            {
                foreach (object? item in items) rest.Push(item);
            }

            foreach (FieldInfo field in Fields(next.GetType())) rest.Push(field.GetValue(next));
        }

        return found;
    }

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer) yield return field;
            }
        }
    }
}
