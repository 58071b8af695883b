using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mutations;

/// <summary>Every setting that an attribute has, with any value of its type.</summary>
internal static class Surface
{
    private static readonly string[] s_texts =
    [
        "", " ", "a", "-", "*", "a b", "a,b", "a=b", "a/b", "a\\b", "&<\">'", "%20", "日本", "😀", "\t", "\n", "\r", "\u0001", "\u007f", "\u0085", "\uFDD0",
        "\uFFFE", "/", "/tmp/", "/dev/null", "//x", "relative.qcow2", "./relative", "nbd://127.0.0.1/x", "json:{}", Host.Place + "a.raw",
        Host.Place + "a.qcow2", Host.Place + "../a.raw", "0", "-1", "0x5000c50015ea71ac", "5000c50015ea71ac", "0000000000000000", "none",
        "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f",
        .. new[] { 8, 9, 16, 17, 20, 21, 36, 37, 63, 64, 108, 255, 256, 4096, 4097 }.Select(length => new string('x', length)),
    ];

    private static readonly long[] s_numbers =
        [long.MinValue, int.MinValue, -1, 0, 1, 2, 3, 4, 5, 20, 64, 255, 256, 512, 1000, 1 << 20, 2 << 20, 40000, 65535, 65536, int.MaxValue, long.MaxValue];

    /// <summary>Values that a setting of this name can have, which texts by chance never are.</summary>
    private static readonly Dictionary<string, string[]> s_likely = new()
    {
        ["Host"] = ["127.0.0.1", "localhost", "::1"],
        ["Socket"] = [Host.Place + "nbd"],
        ["Export"] = ["raw1", "raw8", "qcow21", "qcow28"],
        ["SecretFile"] = [Host.Place + "passphrase"],
        ["Machine"] = ["pc", "q35", "Q35", "pc-q35-7.2", "pc-i440fx-7.2", "microvm", "isapc"],
        ["Emulator"] = ["/usr/bin/qemu-system-x86_64", "/nowhere/qemu"],
    };

    private static readonly ConcurrentDictionary<string, ImmutableSortedDictionary<string, Gen<string>>> s_attributes = [];

    /// <summary>The settings of an attribute that are given by name, and what gives a value as C# has it.</summary>
    public static ImmutableSortedDictionary<string, Gen<string>> Of(string attribute) => s_attributes.GetOrAdd(attribute, Find);

    private static ImmutableSortedDictionary<string, Gen<string>> Find(string attribute) => typeof(LayerAttribute).Assembly
        .GetType($"{nameof(ColoGen)}.{attribute}Attribute", throwOnError: true)!
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.DeclaringType != typeof(Attribute))
        .Where(property => property.CanWrite || attribute.EndsWith("Address", StringComparison.Ordinal))
        .ToImmutableSortedDictionary(property => property.Name, Values);

    private static Gen<string> Values(PropertyInfo property)
    {
        Type type = property.PropertyType;
        if (type == typeof(bool)) return Gen.OneOf("true", "false");
        if (type == typeof(int)) return Gen.OneOf(s_numbers.Where(number => number == (int)number).Select(Number).ToArray());
        if (type == typeof(long)) return Gen.OneOf(s_numbers.Select(Number).ToArray());
        if (type.IsEnum) return Gen.OneOf([.. Enum.GetNames(type).Select(member => $"{type.Name}.{member}"), $"({type.Name})99"]);
        Gen<string> any = Gen.OneOf(s_texts.Select(HostText.Literal).ToArray());
        return s_likely.TryGetValue(property.Name, out string[]? likely) ? Gen.OneOf<string>(any, Gen.OneOf(likely.Select(HostText.Literal).ToArray())) : any;
    }

    /// <summary>C# has no literal for the least number.</summary>
    private static string Number(long number) => number switch
    {
        int.MinValue => "int.MinValue",
        long.MinValue => "long.MinValue",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
