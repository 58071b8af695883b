namespace ColoGen.Generators;

/// <summary>The names of the generator's steps, which topologies and pairs share.</summary>
internal static class TrackingNames
{
    public const string Language = nameof(Language);
    public const string Find = nameof(Find);
    public const string Parse = nameof(Parse);
    public const string HintNames = nameof(HintNames);
    public const string Emit = nameof(Emit);
}
