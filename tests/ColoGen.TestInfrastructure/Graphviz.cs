namespace ColoGen.TestInfrastructure;

/// <summary>Reads DOT with Graphviz.</summary>
public static class Graphviz
{
    /// <summary>The graph as Graphviz has understood it, in its own style.</summary>
    /// <exception cref="FormatException">It is not DOT; the message is Graphviz' own text.</exception>
    public static async Task<string> CanonicalAsync(string dot, CancellationToken cancellationToken = default)
    {
        ProgramResult result = await Programs.RunAsync("dot", ["-Tcanon"], dot, cancellationToken);
        return result.ExitStatus == 0 && result.Error.Length == 0
            ? result.Output
            : throw new FormatException(result.Error.Trim());
    }
}
