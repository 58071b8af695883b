using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Compiling;

/// <summary>The versions of C# that users have.</summary>
internal static class LanguageVersions
{
    /// <summary>Roslyn 4.8 knows C# 14 only as a preview.</summary>
    private static readonly LanguageVersion s_14 = LanguageVersionFacts.TryParse("14", out LanguageVersion version) ? version : LanguageVersion.Preview;

    public static IReadOnlyList<LanguageVersion> Supported { get; } = [LanguageVersion.CSharp11, LanguageVersion.CSharp12, s_14];

    public static IReadOnlyList<LanguageVersion> Older { get; } =
        [LanguageVersion.CSharp1, LanguageVersion.CSharp7_3, LanguageVersion.CSharp8, LanguageVersion.CSharp9, LanguageVersion.CSharp10];
}
