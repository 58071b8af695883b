using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>A project whose files are edited while the generator keeps what it knows.</summary>
internal sealed class EditedProject
{
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public EditedProject(IReadOnlyDictionary<string, string> files)
    {
        _compilation = Compile.Trees(files.Select(file => Compile.Parse(file.Value, file.Key)));
        _driver = Compile.Driver(_compilation);
        Run();
    }

    public Compilation Compilation => _compilation;

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>The generated texts by file name.</summary>
    public IReadOnlyDictionary<string, string> Generated =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Why each output of the last run is as it is.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Outputs =>
        [.. Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    /// <summary>Why each result of a step of the last run is as it is.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>The results of a step of the last run.</summary>
    public IReadOnlyList<T> Values<T>(string step) => [
        .. Result.TrackedSteps[step]
            .SelectMany(run => run.Outputs)
            .Where(output => output.Reason != IncrementalStepRunReason.Removed)
            .Select(output => (T)output.Value)];

    /// <summary>The names of the generated files whose texts an edit changes, adds or takes away.</summary>
    public IReadOnlyList<string> Edit(string path, string text, string replacement)
    {
        SyntaxTree tree = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        string before = tree.ToString();
        Assert.Contains(text, before);
        return Change(_compilation.ReplaceSyntaxTree(tree, Compile.Parse(before.Replace(text, replacement), path)));
    }

    public IReadOnlyList<string> Add(string path, string source) => Change(_compilation.AddSyntaxTrees(Compile.Parse(source, path)));

    public IReadOnlyList<string> Remove(string path) =>
        Change(_compilation.RemoveSyntaxTrees(_compilation.SyntaxTrees.Single(tree => tree.FilePath == path)));

    private List<string> Change(CSharpCompilation compilation)
    {
        IReadOnlyDictionary<string, string> before = Generated;
        _compilation = compilation;
        Run();
        IReadOnlyDictionary<string, string> after = Generated;
        return [.. before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)).Order()];
    }

    private void Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        Assert.Null(Result.Exception);
    }
}
