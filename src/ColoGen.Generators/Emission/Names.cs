using ColoGen.Core.Analysis;
using ColoGen.Core.Formats;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>How generated code says what it needs.</summary>
/// <remarks>
/// Each file has aliases for what it uses of the libraries, so that no type or namespace of a user is in their way, whatever its name.
/// C# reserves names with two underscores for code that no one writes.
/// </remarks>
internal static class Names
{
    public const string Span = "__Span";
    public const string ReadOnlySpan = "__Bytes";
    public const string BufferWriter = "__Writer";
    public const string Method = "__Method";
    public const string Document = "__Utf8";
    public const string Kind = "__Kind";
    public const string Templates = "__Text";
    public const string Sink = "__T";

    /// <summary>The variable that holds the topology. A way that begins with it names its property by itself.</summary>
    public const string Topology = "topology";

    /// <summary>The most members that stand in a row from a variable.</summary>
    public const int LongestWay = 5;

    /// <summary>How many members are between two variables on a long way.</summary>
    public const int Step = 4;

    private static readonly (string Name, string Directive)[] s_aliases =
    [
        Alias(Span, "System.Span<byte>"),
        Alias(ReadOnlySpan, "System.ReadOnlySpan<byte>"),
        Alias(BufferWriter, "System.Buffers.IBufferWriter<byte>"),
        Alias(Method, "System.Runtime.CompilerServices.MethodImplAttribute"),
        Alias(Document, "ColoGen.Writing.Utf8Document"),
        Alias(Kind, "ColoGen.Writing.DocumentKind"),
        Alias(Of(Escape.Xml), "ColoGen.Writing.XmlEscape"),
        Alias(Of(Escape.Json), "ColoGen.Writing.JsonEscape"),
        Alias(Of(Escape.JsonInXml), "ColoGen.Writing.JsonInXmlEscape"),
        Alias(Of(Escape.Option), "ColoGen.Writing.OptionEscape"),
    ];

    public static string Of(Escape escape) => escape switch
    {
        Escape.Xml => "__Xml",
        Escape.Json => "__Json",
        Escape.JsonInXml => "__JsonInXml",
        _ => "__Option",
    };

    /// <summary>The directives for the aliases that a file uses.</summary>
    public static IEnumerable<string> Usings(IReadOnlyCollection<string> aliases) => s_aliases
        .Where(alias => aliases.Contains(alias.Name))
        .Select(alias => alias.Directive);

    private static (string Name, string Directive) Alias(string name, string meaning) => (name, $"using {name} = global::{meaning};");
}
