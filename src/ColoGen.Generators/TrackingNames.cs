namespace ColoGen.Generators;

/// <summary>The names of the generator's steps.</summary>
internal static class TrackingNames
{
    public const string Language = nameof(Language);
    public const string Read = nameof(Read);
    public const string Names = nameof(Names);
    public const string Emit = nameof(Emit);
}
