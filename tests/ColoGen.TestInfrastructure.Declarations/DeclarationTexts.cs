namespace ColoGen.TestInfrastructure.Declarations;

/// <summary>The declarations of this project as C# texts.</summary>
public static class DeclarationTexts
{
    /// <summary>The layers of a replicated disk on the secondary host, in the global namespace.</summary>
    public static string SecondaryLayers { get; } = "using ColoGen;\n" + Read("SecondaryLayers.cs");

    private static readonly string s_secondaryHost = Read("SecondaryHost.cs");

    /// <summary>The secondary host and its layers, in a namespace.</summary>
    public static string SecondaryHost(string @namespace) =>
        SecondaryLayers.Replace("using ColoGen;", $"using ColoGen;\nnamespace {@namespace};") + s_secondaryHost;

    /// <summary>The text of a file after its namespace.</summary>
    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(DeclarationTexts).Assembly.GetManifestResourceStream(file)!);
        string text = reader.ReadToEnd();
        return text[(text.IndexOf(';') + 1)..];
    }
}
