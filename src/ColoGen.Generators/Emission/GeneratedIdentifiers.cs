using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>The names of what generated code uses.</summary>
/// <remarks>
/// Each file has aliases for what it uses of the libraries, so that no type or namespace of a user is in their way, whatever its name.
/// C# reserves names with two underscores for code that no one writes.
/// </remarks>
internal static class GeneratedIdentifiers
{
    public const string Span = "__Span";
    public const string ReadOnlySpan = "__Bytes";
    public const string BufferWriter = "__Writer";
    public const string MethodImpl = "__MethodImpl";
    public const string Document = "__Utf8";
    public const string Kind = "__Kind";
    public const string Values = "__Values";
    public const string Validator = "__Validator";
    public const string Writers = "__Docs";

    /// <summary>The type parameter of the sink. A containing type of the user may have a type parameter <c>T</c>.</summary>
    public const string Sink = "__T";

    /// <summary>The variable that holds the topology. An expression that begins with it is the path of its property.</summary>
    public const string Topology = "self";

    private static readonly (string Name, string Directive)[] s_aliases =
    [
        Alias(Span, "System.Span<byte>"),
        Alias(ReadOnlySpan, "System.ReadOnlySpan<byte>"),
        Alias(BufferWriter, "System.Buffers.IBufferWriter<byte>"),
        Alias(MethodImpl, "System.Runtime.CompilerServices.MethodImplAttribute"),
        Alias(Document, "ColoGen.Serialization.Utf8Document"),
        Alias(Kind, "ColoGen.Serialization.DocumentKind"),
        Alias(Values, "ColoGen.Validation.DeclarationValues"),
        Alias(Validator, "ColoGen.Validation.DeclarationValidator"),
        Alias(Of(Escape.Xml), "ColoGen.Serialization.XmlEscape"),
        Alias(Of(Escape.Json), "ColoGen.Serialization.JsonEscape"),
        Alias(Of(Escape.JsonInXml), "ColoGen.Serialization.JsonInXmlEscape"),
        Alias(Of(Escape.Option), "ColoGen.Serialization.OptionEscape"),
        .. Enum.GetValues(typeof(TextCheck)).Cast<TextCheck>().Where(static check => check != TextCheck.None)
            .Select(static check => Alias(Of(check), $"ColoGen.Validation.Checks.{check}")),
    ];

    /// <summary>The names of the aliases.</summary>
    public static IEnumerable<string> Aliases => s_aliases.Select(static alias => alias.Name);

    public static string Of(Escape escape) => escape switch
    {
        Escape.Xml => "__Xml",
        Escape.Json => "__Json",
        Escape.JsonInXml => "__JsonInXml",
        _ => "__Option",
    };

    public static string Of(TextCheck check) => "__" + check;

    /// <summary>The directives for the aliases that a file uses.</summary>
    public static IEnumerable<string> Usings(IReadOnlyCollection<string> aliases) => s_aliases
        .Where(alias => aliases.Contains(alias.Name))
        .Select(alias => alias.Directive);

    private static (string Name, string Directive) Alias(string name, string meaning) => (name, $"using {name} = global::{meaning};");
}
