namespace ColoGen.Generators.Emission;

/// <summary>How generated code says what it needs.</summary>
/// <remarks>
/// Each file has aliases for what it uses of the libraries, so that no type or namespace of a user is in their way, whatever its name.
/// C# reserves names with two underscores for code that no one writes.
/// </remarks>
internal static class Names
{
    public const string Span = "__Span";
    public const string ReadOnlySpan = "__ReadOnlySpan";
    public const string BufferWriter = "__Writer";
    public const string Generated = "__Generated";
    public const string Document = "__Utf8";
    public const string Template = "__Template";
    public const string Sink = "__T";

    /// <summary>The variable that holds the topology. A way that begins with it names its property by itself.</summary>
    public const string Topology = "topology";

    /// <summary>The most members that stand in a row from a variable.</summary>
    public const int LongestWay = 5;

    /// <summary>How many members are between two variables on a long way.</summary>
    public const int Step = 4;

    private static readonly (string Name, string Meaning)[] s_aliases =
    [
        (Span, "System.Span<byte>"),
        (ReadOnlySpan, "System.ReadOnlySpan<byte>"),
        (BufferWriter, "System.Buffers.IBufferWriter<byte>"),
        (Generated, "System.CodeDom.Compiler.GeneratedCodeAttribute"),
        (Document, "ColoGen.Writing.Utf8Document"),
        (Template, "ColoGen.Writing.IUtf8Template"),
    ];

    /// <summary>The directives for those of the aliases that a text uses.</summary>
    public static IEnumerable<string> Usings(string text) => s_aliases
        .Where(alias => text.Contains(alias.Name))
        .Select(alias => $"using {alias.Name} = global::{alias.Meaning};");
}
