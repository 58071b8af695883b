using System.Runtime.CompilerServices;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>What the files of a compilation declare, as it is written.</summary>
internal sealed class SourceProject
{
    private static readonly ConditionalWeakTable<Compilation, SourceProject> s_projects = new();
    private static readonly ConditionalWeakTable<object, object> s_numbers = new();
    private static long s_lastNumber;

    private readonly List<(string Name, WrittenName Target)> _globalAliases = [];
    private readonly Lazy<Names?> _names;

    private SourceProject(Compilation compilation)
    {
        Surface references = Surface.Empty;
        foreach (MetadataReference reference in compilation.ExternalReferences) references = references.With(Number(reference));
        Surface surface = references.With(Number(compilation.Options));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (GeneratedTree.Is(tree)) continue;
            var file = SourceFile.Of(tree);
            Files.Add(file);
            _globalAliases.AddRange(file.Global.Aliases);
            surface = surface.With(file.Surface);
        }

        Surface = surface;
        _names = new Lazy<Names?>(() => Syntax.Names.Of(compilation, Files, references));
    }

    /// <summary>All files but generated ones.</summary>
    public List<SourceFile> Files { get; } = [];

    /// <summary>
    /// Stands for what of the whole project can change the meaning of a name or a constant in one of its files: references, options, usings, the types with their
    /// bases, constants and enums. Bodies, methods and properties are not in it, so that most edits leave it as it is.
    /// </summary>
    public Surface Surface { get; }

    /// <summary>Null where the runtime library is not a reference.</summary>
    public Names? Names => _names.Value;

    /// <summary>The declarations with an attribute that may be that of a topology.</summary>
    public IEnumerable<SourceType> Topologies => Candidates(file => file.Topologies, CandidateNames.AreTopology);

    /// <summary>The declarations with an attribute that may be that of a pair.</summary>
    public IEnumerable<SourceType> Pairs => Candidates(file => file.Pairs, CandidateNames.ArePair);

    public static SourceProject Of(Compilation compilation) => s_projects.GetValue(compilation, static compilation => new SourceProject(compilation));

    private IEnumerable<SourceType> Candidates(Func<SourceFile, List<SourceType>> named, Func<string, bool> isName)
    {
        foreach (SourceFile file in Files)
        {
            foreach (SourceType type in named(file)) yield return type;
            if (_globalAliases.Count + file.Aliases.Count == 0) continue;
            HashSet<string> aliases = CandidateNames.Aliases([.. _globalAliases, .. file.Aliases], isName);
            if (aliases.Count == 0) continue;
            foreach (SourceType type in file.Types)
            {
                bool isAliased = type.Declaration is { } declaration && CandidateNames.AreOn(declaration, name => aliases.Contains(name) || aliases.Contains(name + "Attribute"));
                if (isAliased && !named(file).Contains(type)) yield return type;
            }
        }
    }

    /// <summary>A number for as long as an object lives, which does not keep it alive.</summary>
    private static ulong Number(object item) => (ulong)(long)s_numbers.GetValue(item, static _ => Interlocked.Increment(ref s_lastNumber));
}
