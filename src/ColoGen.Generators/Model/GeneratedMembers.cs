namespace ColoGen.Generators.Model;

/// <summary>The names that generated members have.</summary>
internal static class GeneratedMembers
{
    /// <summary>Refuses layers that are null although they may not be.</summary>
    public const string Checked = "CheckedTopology";

    /// <summary>Every document, by the name that its members are built from.</summary>
    public static readonly string[] Documents =
    [
        "TreeXml", "DomainXml", "DeviceXml", "QemuXml", "BlockdevArguments", "Qmp", "QmpInverse", "DriveArguments", "Mermaid", "Dot",
    ];

    public static string Write(string document) => "Write" + document;

    public static string TryWrite(string document) => "TryWrite" + document;

    public static string MaxByteCount(string document) => $"Get{document}MaxByteCount";

    /// <summary>The property of a document that is a constant.</summary>
    public static string Utf8(string document) => document + "Utf8";

    public static string Template(string document) => document + "Template";

    public static IEnumerable<string> All() =>
        Documents.SelectMany(document => new[]
        {
            Write(document), TryWrite(document), MaxByteCount(document), Utf8(document), Template(document),
        }).Append(Checked);
}
