namespace ColoGen.Control.Tests;

/// <summary>Hears of progress at once, in order: <see cref="Progress{T}"/> does neither.</summary>
internal sealed class Reporter(Action<ColoProgress> report) : IProgress<ColoProgress>
{
    public void Report(ColoProgress value) => report(value);
}
