namespace ColoGen.Generators.Diagnostics;

/// <summary>Where the page of a rule is.</summary>
internal static class HelpLinks
{
    public static string Of(string id) => $"https://github.com/cologen/cologen/blob/main/docs/rules/{id}.md";
}
