using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators.Tests.Mutation;

#pragma warning disable RS1036, RS1038, RS1041 // It ships nowhere.
/// <summary>A generator that adds one file.</summary>
/// <param name="isInitial">Whether it adds the file before all generators run, so that they see it.</param>
[Generator(LanguageNames.CSharp)]
internal sealed class AddingGenerator(string text, string name = "Added.g.cs", bool isInitial = false) : IIncrementalGenerator
{
    /// <summary>The path of the file.</summary>
    public static string PathOf(string name) => $"{typeof(AddingGenerator).Assembly.GetName().Name}/{typeof(AddingGenerator).FullName}/{name}";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        if (isInitial) context.RegisterPostInitializationOutput(output => output.AddSource(name, SourceText.From(text, Encoding.UTF8)));
        else context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource(name, SourceText.From(text, Encoding.UTF8)));
    }
}

/// <summary>A generator of a generic class that adds one file.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class AddingGenerator<T>(string text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider, (output, _) => output.AddSource($"{typeof(T).Name}.g.cs", SourceText.From(text, Encoding.UTF8)));
}
#pragma warning restore RS1036, RS1038, RS1041
