using ColoGen.Core.Analysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>What a name stands for.</summary>
/// <param name="Parts">The parts of a type of the project.</param>
/// <param name="Name">The name of a type of the runtime library, or the namespace of one of another reference.</param>
internal readonly record struct Meaning(MeaningKind Kind, SourceType[]? Parts = null, string Name = "")
{
    public static readonly Meaning Unclear = new(MeaningKind.Unclear);
}

internal enum MeaningKind
{
    /// <summary>No such name is known here.</summary>
    Nothing,

    /// <summary>Only the compiler knows.</summary>
    Unclear,

    /// <summary>A type of the project.</summary>
    Source,

    /// <summary>A type of the runtime library.</summary>
    Library,

    /// <summary>A type of another reference.</summary>
    Referenced,
}
