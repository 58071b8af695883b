using System.Text;
using ColoPair;

namespace ColoGen.Package.Tests;

/// <summary>What the consumers' program prints when it is compiled in this solution, with references to the projects.</summary>
public sealed class ExpectedDocuments
{
    /// <summary>A character for each byte, so that a difference is readable and none is lost.</summary>
    public static string Text { get; } = Characters(Print());

    public static string Characters(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    [Fact]
    public void They_are_every_document_of_both_hosts()
    {
        IEnumerable<string> expected =
            from host in new[] { typeof(PrimaryHost), typeof(SecondaryHost) }
            from document in host.GetInterfaces()
            where document.Assembly == typeof(ITreeXml).Assembly && document != typeof(IValidatable)
            select $"== {host.Name} {document.Name[1..]}";

        Assert.Equal(expected.Order(), Text.Split('\n').Where(line => line.StartsWith("== ", StringComparison.Ordinal)).Order());
    }

    private static byte[] Print()
    {
        using var output = new MemoryStream();
        AllDocuments.Print(output);
        return output.ToArray();
    }
}
