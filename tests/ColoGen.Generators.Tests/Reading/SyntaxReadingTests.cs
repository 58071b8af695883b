using ColoGen.Generators.Tests.Compiling;
using ColoGen.Generators.Tests.Documentation;
using ColoGen.Generators.Tests.Incremental;

namespace ColoGen.Generators.Tests.Reading;

/// <summary>What is read from syntax alone is what the compiler's symbols say.</summary>
public sealed class SyntaxReadingTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(ValidSources.Names), MemberType = typeof(ValidSources))]
    public void Valid_declarations(string name) { var r = BothReaders.Agree(Compile.Sources(ValidSources.All[name])); output.WriteLine(string.Join(",", r)); }

    [Fact]
    public void Readme() { var r = BothReaders.Agree(Compile.Sources(Documentation.Readme.Declaration + Documentation.Readme.Block("csharp", 2)));  output.WriteLine(string.Join(",", r)); }

    [Fact]
    public void Twenty() { var r = BothReaders.Agree(new EditedProject(TwentyHosts.Files).Compilation);  output.WriteLine(string.Join(",", r)); }
}
