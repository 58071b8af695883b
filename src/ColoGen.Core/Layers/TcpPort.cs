namespace ColoGen.Core.Layers;

/// <summary>The limits and defaults of TCP ports.</summary>
internal static class TcpPort
{
    public const int Minimum = 1;

    public const int Maximum = 65535;

    /// <summary>The port that is registered for NBD.</summary>
    public const int Nbd = 10809;
}
