namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>Stands for what files declare: two numbers that differ where the declarations do.</summary>
internal readonly record struct Surface(ulong First, ulong Second)
{
    /// <summary>Of nothing.</summary>
    public static readonly Surface Empty = new(14695981039346656037, 1099511628211);

    public Surface With(Surface part) => With(part.First).With(part.Second);

    public Surface With(string text)
    {
        Surface surface = this;
        foreach (char character in text) surface = surface.With(character);
        return surface.With(0x1_0000);
    }

    public Surface With(ulong value) => new(
        unchecked((First ^ value) * 1099511628211),
        unchecked(((Second + value) * 6364136223846793005) ^ (Second >> 29)));
}
