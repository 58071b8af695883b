using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators.Tests.Mutation;

#pragma warning disable RS1036, RS1038, RS1041 // It ships nowhere.
/// <summary>A generator that adds one file.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class AddingGenerator(string text) : IIncrementalGenerator
{
    /// <summary>The path of the file.</summary>
    public static readonly string Path = $"{typeof(AddingGenerator).Assembly.GetName().Name}/{typeof(AddingGenerator).FullName}/Added.g.cs";

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider, (output, _) => output.AddSource("Added.g.cs", SourceText.From(text, Encoding.UTF8)));
}
#pragma warning restore RS1036, RS1038, RS1041
