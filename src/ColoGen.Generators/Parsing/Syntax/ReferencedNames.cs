using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>The names that the references of a project bring, as far as they could be mistaken for others. It has no symbols.</summary>
internal sealed class ReferencedNames
{
    /// <summary>By the first reference. Projects that share it take turns.</summary>
    private static readonly ConditionalWeakTable<MetadataReference, ReferencedNames> s_names = new();

    private static readonly ReferencedNames s_none = new(Surface.Empty);

    private readonly Surface _references;
    private readonly HashSet<string> _types = [];
    private readonly HashSet<string> _namespaces = [];
    private readonly HashSet<string> _related = [];
    private readonly ConcurrentDictionary<string, bool> _fullTypes = new();
    private readonly ConcurrentDictionary<string, bool> _fullNamespaces = new();

    private ReferencedNames(Surface references) => _references = references;

    /// <summary>The runtime library; null where not one reference has it, or not all are plain.</summary>
    public Schema? Schema { get; private set; }

    /// <param name="references">Stands for the references of the compilation.</param>
    public static ReferencedNames Of(Compilation compilation, Surface references)
    {
        if (compilation.ExternalReferences.IsEmpty) return s_none;
        MetadataReference first = compilation.ExternalReferences[0];
        if (s_names.TryGetValue(first, out ReferencedNames? known) && known._references == references) return known;
        ReferencedNames names = Read(compilation, references);
        s_names.Remove(first);
        s_names.GetValue(first, _ => names);
        return names;
    }

    /// <summary>Whether no type of a reference has this name, nested or not, but one of the runtime library, and no namespace has it as one of its names.</summary>
    public bool IsFree(string name) => !_types.Contains(name) && !_namespaces.Contains(name);

    /// <summary>Whether a type of a reference has this name, nested or not.</summary>
    public bool HasType(string name) => _types.Contains(name);

    /// <summary>Whether a namespace's name has this part.</summary>
    public bool IsOfNamespace(string name) => _namespaces.Contains(name);

    /// <summary>Whether a type of this name may have to do with ColoGen: the runtime library has one, or a reference that stands on it.</summary>
    public bool IsRelated(string name) => _related.Contains(name);

    /// <summary>Whether a reference, other than the runtime library in its own namespace, has such a type.</summary>
    /// <param name="arity">How many type parameters it has.</param>
    public bool HasType(Compilation compilation, string @namespace, string name, int arity)
    {
        if (!_types.Contains(name) || (@namespace.Length > 0 && !_namespaces.Contains(LastOf(@namespace)))) return false;
        return HasFullType(compilation, @namespace, name, arity);
    }

    private bool HasFullType(Compilation compilation, string @namespace, string name, int arity)
    {
        string fullName = $"{@namespace}{(@namespace.Length > 0 ? "." : "")}{name}{(arity > 0 ? $"`{arity}" : "")}";
        return _fullTypes.GetOrAdd(fullName, _ => Assemblies(compilation)
            .Where(assembly => assembly.TypeNames.Contains(name) && (@namespace != Schema.Namespace || Library(assembly) is null))
            .Any(assembly => assembly.GetTypeByMetadataName(fullName) is not null));
    }

    /// <summary>Whether a reference has such a namespace.</summary>
    public bool HasNamespace(Compilation compilation, string @namespace)
    {
        string last = LastOf(@namespace);
        return _namespaces.Contains(last) && _fullNamespaces.GetOrAdd(@namespace, _ => Assemblies(compilation)
            .Where(assembly => assembly.NamespaceNames.Contains(last))
            .Any(assembly => Has(assembly.GlobalNamespace, @namespace.Split('.'))));
    }

    private static ReferencedNames Read(Compilation compilation, Surface references)
    {
        var names = new ReferencedNames(references);
        IAssemblySymbol[] assemblies = [.. Assemblies(compilation)];
        INamedTypeSymbol[] libraries = [.. assemblies.Select(Library).OfType<INamedTypeSymbol>()];
        if (libraries.Length != 1 || !compilation.ExternalReferences.All(IsPlain)) return names;
        names.Schema = Schema.Of(libraries[0]);
        IAssemblySymbol library = libraries[0].ContainingAssembly;
        foreach (IAssemblySymbol assembly in assemblies)
        {
            names._namespaces.UnionWith(assembly.NamespaceNames);
            names._types.UnionWith(Library(assembly) is null ? assembly.TypeNames : TypesBesides(library.GlobalNamespace, names.Schema));
        }

        foreach (IAssemblySymbol assembly in Related(assemblies, library)) names._related.UnionWith(assembly.TypeNames);
        return names;
    }

    /// <summary>Whether a reference is seen as itself: the types of a module are the project's own, and an extern alias hides those of an assembly.</summary>
    private static bool IsPlain(MetadataReference reference) =>
        reference.Properties is { Kind: MetadataImageKind.Assembly, Aliases: var aliases } && (aliases.IsEmpty || aliases.Contains(MetadataReferenceProperties.GlobalAlias));

    private static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation) =>
        compilation.ExternalReferences.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>();

    private static INamedTypeSymbol? Library(IAssemblySymbol assembly) =>
        assembly.TypeNames.Contains("TopologyAttribute") ? assembly.GetTypeByMetadataName(KnownAttributes.Topology) : null;

    /// <summary>The names of the runtime library's types that are not its schema's.</summary>
    private static IEnumerable<string> TypesBesides(INamespaceOrTypeSymbol around, Schema schema)
    {
        foreach (ISymbol member in around.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol below) continue;
            bool isOfSchema = below is INamedTypeSymbol { Arity: 0 } && around is INamespaceSymbol { Name: Schema.Namespace } && schema.Types.Contains(below.Name);
            if (below.IsType && !isOfSchema) yield return below.Name;
            foreach (string name in TypesBesides(below, schema)) yield return name;
        }
    }

    /// <summary>The runtime library, and what stands on it, on that, and so on.</summary>
    private static IEnumerable<IAssemblySymbol> Related(IReadOnlyCollection<IAssemblySymbol> assemblies, IAssemblySymbol library)
    {
        var related = new HashSet<string> { library.Identity.Name };
        int before;
        do
        {
            before = related.Count;
            foreach (IAssemblySymbol assembly in assemblies)
            {
                if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => related.Contains(reference.Name)))) related.Add(assembly.Identity.Name);
            }
        }
        while (related.Count > before);
        return assemblies.Where(assembly => related.Contains(assembly.Identity.Name));
    }

    private static bool Has(INamespaceSymbol around, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (around.GetNamespaceMembers().FirstOrDefault(below => below.Name == name) is not { } below) return false;
            around = below;
        }

        return true;
    }

    private static string LastOf(string @namespace) => @namespace.Substring(@namespace.LastIndexOf('.') + 1);
}
