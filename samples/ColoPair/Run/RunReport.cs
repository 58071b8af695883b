using System.Diagnostics;
using ColoGen.Control;

namespace ColoPair;

/// <summary>What the run has done and proved, line by line.</summary>
internal sealed class RunReport : IProgress<ColoProgress>
{
    private const string ClearToTheEnd = "\e[K";

    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private bool _isLineOpen;
    private bool _isLineTransient;

    /// <summary>Whether everything that was to be proved was.</summary>
    public bool IsProven { get; private set; } = true;

    /// <summary>Whether a line can be written over.</summary>
    public bool IsTerminal => _isTerminal;

    public void Chapter(string title) => Line($"\n{title}");

    /// <summary>Something that was done, and how long it took.</summary>
    public async Task StepAsync(string where, string what, Func<Task> work)
    {
        long began = Stopwatch.GetTimestamp();
        await work();
        Step(where, what, Stopwatch.GetElapsedTime(began));
    }

    /// <inheritdoc cref="StepAsync(string, string, Func{Task})"/>
    public Task StepAsync(string where, string what, Action work) => StepAsync(where, what, () =>
    {
        work();
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="StepAsync(string, string, Func{Task})"/>
    public async Task<T> StepAsync<T>(string where, Func<T, string> what, Func<Task<T>> work)
    {
        long began = Stopwatch.GetTimestamp();
        T result = await work();
        Step(where, what(result), Stopwatch.GetElapsedTime(began));
        return result;
    }

    /// <summary>A step of the controller, when it is done.</summary>
    public void Report(ColoProgress value)
    {
        if (!value.IsDone) return;
        (string where, string what) = StepTexts.Of(value.Step);
        Step(where, what, value.Elapsed);
    }

    public void Step(string where, string what, TimeSpan elapsed) => Line($"{elapsed.TotalMilliseconds,8:F0} ms  {where,-10} {what}");

    /// <summary>Something that must be so.</summary>
    public void Prove(bool isSo, string what)
    {
        IsProven &= isSo;
        Line($"     {(isSo ? "proven " : "REFUTED")} {what}");
    }

    public void Failure(string message) => Line($"     FAILED  {message}");

    /// <summary>What is seen at the moment; on a terminal the next such line takes its place.</summary>
    public void Live(string text)
    {
        if (!_isTerminal)
        {
            Line(text);
            return;
        }

        // A line longer than the terminal is wide could not be written over.
        _isLineTransient = false;
        Console.Write($"\r{text[..Math.Min(text.Length, Math.Max(1, Console.WindowWidth - 1))]}{ClearToTheEnd}");
        _isLineOpen = true;
    }

    /// <summary>What is waited for, on a terminal; the next line takes its place.</summary>
    public void Waiting(string text)
    {
        if (!_isTerminal) return;
        Live($"             {text} …");
        _isLineTransient = true;
    }

    public void Line(string text)
    {
        if (_isLineOpen) Console.Write(_isLineTransient ? $"\r{ClearToTheEnd}" : "\n");
        _isLineOpen = false;
        _isLineTransient = false;
        Console.WriteLine(text);
    }
}
