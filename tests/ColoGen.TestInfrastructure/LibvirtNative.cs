using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ColoGen.TestInfrastructure;

/// <summary>The QEMU command line that libvirt makes of a domain.</summary>
/// <param name="Arguments">The words of the command line; the first one is the path of QEMU.</param>
public sealed partial record LibvirtNative(IReadOnlyList<string> Arguments)
{
    /// <summary>The values of -blockdev, in their order, which is that of creation: children before parents.</summary>
    public IReadOnlyList<JsonObject> Blockdevs => Values("-blockdev");

    /// <summary>The values of -device that are JSON, in their order.</summary>
    public IReadOnlyList<JsonObject> Devices => Values("-device");

    /// <summary>The values of -object that are JSON, in their order.</summary>
    public IReadOnlyList<JsonObject> Objects => Values("-object");

    internal static LibvirtNative Parse(string commandLine) =>
        new([.. ShellWords.Split(commandLine).SkipWhile(word => EnvironmentVariable.IsMatch(word))]);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*=")]
    private static partial Regex EnvironmentVariable { get; }

    private IReadOnlyList<JsonObject> Values(string option) =>
    [
        .. Arguments.Zip(Arguments.Skip(1))
            .Where(pair => pair.First == option && pair.Second.StartsWith('{'))
            .Select(pair => JsonNode.Parse(pair.Second)!.AsObject()),
    ];
}
