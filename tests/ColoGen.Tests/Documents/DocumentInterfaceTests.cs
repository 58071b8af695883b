using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ColoGen.Serialization;

namespace ColoGen.Tests.Documents;

/// <summary>The interfaces and extension methods of all documents are the same but for the name and the description of the document.</summary>
public sealed partial class DocumentInterfaceTests
{
    private static readonly Assembly s_library = typeof(IQmp).Assembly;

    /// <summary>The doc comments of members by <c>M:Namespace.Type.Method</c>.</summary>
    private static readonly ILookup<string, XElement> s_docs = XDocument.Load(Path.ChangeExtension(s_library.Location, "xml"))
        .Descendants("member")
        .ToLookup(member => member.Attribute("name")!.Value.Split('(', '`')[0]);

    private static readonly string[] s_documents =
    [
        .. s_library.GetExportedTypes()
            .Where(type => type.IsInterface && type.Namespace == nameof(ColoGen) && type != typeof(IColoPair) && type != typeof(IValidatable))
            .Select(type => type.Name[1..]),
    ];

    public static TheoryData<string> Documents => new(s_documents);

    [Fact]
    public void There_is_one_for_each_document() =>
        Assert.Equal(
            typeof(EveryDocument).GetInterfaces().Where(type => type != typeof(IValidatable)).Select(type => type.Name[1..]).Order(), s_documents.Order());

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_interface_measures_and_writes(string document) => Assert.Equal(
        [$"Int32 Get{document}MaxByteCount()", $"Boolean TryWrite{document}(Span`1, Int32&)", $"Void Write{document}(IBufferWriter`1)"],
        Signatures(Interface(document)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Extension_methods_write_to_a_stream_and_convert(string document)
    {
        string convert = document.EndsWith("Arguments", StringComparison.Ordinal) ? $"String[] Get{document}(T)" : $"String To{document}String(T)";
        Assert.Equal(
            [
                $"Void Write{document}(T, Stream)",
                $"Task Write{document}Async(T, Stream, CancellationToken)",
                $"ValueTask`1 Write{document}Async(T, PipeWriter, CancellationToken)",
                convert,
            ],
            Signatures(Extensions(document)));
        Assert.All(
            Methods(Extensions(document)),
            method => Assert.Equal([Interface(document)], method.GetGenericArguments()[0].GetGenericParameterConstraints()));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_docs_differ_in_the_name_and_the_description_alone(string document) => Assert.Equal(Docs("Qmp"), Docs(document));

    [Fact]
    public void There_is_a_kind_for_each_document_and_each_list_of_commands() => Assert.Equal(
        s_documents.Concat(Enum.GetNames<ColoCommands>()).Order(),
        typeof(DocumentKind).GetNestedTypes().Where(type => type.IsValueType).Select(type => type.Name).Order());

    private static Type Interface(string document) => s_library.GetType($"ColoGen.I{document}", throwOnError: true)!;

    private static Type Extensions(string document) => s_library.GetType($"ColoGen.{document}Extensions", throwOnError: true)!;

    private static MethodInfo[] Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static IEnumerable<string> Signatures(Type type) => Methods(type).Select(method =>
        $"{method.ReturnType.Name} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})");

    /// <summary>The docs of all members without the document's name and description, and without the free summary of the conversion.</summary>
    private static IEnumerable<string> Docs(string document)
    {
        string description = Written().Match(Text(Doc(Interface(document), "Write" + document))).Groups[1].Value;
        Assert.NotEmpty(description);
        foreach (Type type in (Type[])[Interface(document), Extensions(document)])
        {
            foreach (MethodInfo method in Methods(type))
            {
                bool isConversion = method.Name.StartsWith("To", StringComparison.Ordinal) || method.Name == "Get" + document;
                XElement doc = Doc(type, method.Name, method.GetParameters().ElementAtOrDefault(1)?.ParameterType);
                string text = Text(isConversion ? new XElement("conversion", doc.Elements().Where(element => element.Name != "summary")) : doc);
                yield return text.Replace(description, "{description}", StringComparison.Ordinal).Replace(document, "{document}", StringComparison.Ordinal);
            }
        }
    }

    /// <param name="destination">The type of the second parameter, which tells two methods of one name apart.</param>
    private static XElement Doc(Type type, string method, Type? destination = null)
    {
        XElement[] docs = [.. s_docs[$"M:{type.FullName}.{method}"]];
        return docs is [var doc] ? doc : Assert.Single(docs, doc => doc.Attribute("name")!.Value.Contains(destination!.FullName!, StringComparison.Ordinal));
    }

    private static string Text(XElement doc) => Spaces().Replace(string.Concat(doc.Nodes()), " ")
        .Replace("<summary> ", "<summary>", StringComparison.Ordinal)
        .Replace(" </summary>", "</summary>", StringComparison.Ordinal);

    [GeneratedRegex("<summary>Writes (.+) as UTF-8 to a buffer writer")]
    private static partial Regex Written();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
