namespace ColoGen.Core.Model;

/// <summary>The names that generated members have.</summary>
internal static class GeneratedMembers
{
    /// <summary>The lists of a pair's commands.</summary>
    public static readonly ColoCommands[] Commands = (ColoCommands[])Enum.GetValues(typeof(ColoCommands));

    /// <summary>What the members of a pair are built from.</summary>
    public const string PairDocument = "Commands";

    /// <summary>The names of a pair's disks.</summary>
    public const string ReplicatedDisks = nameof(ReplicatedDisks);

    /// <summary>The method that applies the rules to the values.</summary>
    public const string Validate = nameof(Validate);

    public static string Write(string document) => "Write" + document;

    public static string TryWrite(string document) => "TryWrite" + document;

    public static string MaxByteCount(string document) => $"Get{document}MaxByteCount";

    /// <summary>The property of a document that is a constant.</summary>
    public static string Utf8(string document) => document + "Utf8";

    /// <summary>The members of a pair.</summary>
    public static IEnumerable<string> OfPair() =>
        [Write(PairDocument), TryWrite(PairDocument), MaxByteCount(PairDocument), ReplicatedDisks, Validate];
}
