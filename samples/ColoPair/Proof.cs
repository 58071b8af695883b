using System.Diagnostics;
using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>Proves every document against the program that reads it, and says so line by line.</summary>
internal static class Proof
{
    private const int Proven = 0;
    private const int Refuted = 1;

    /// <param name="isAllThatWasAsked">A proof that could not be made is then a failure.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(bool isAllThatWasAsked, CancellationToken cancellation)
    {
        bool isComplete = true;
        bool isProven = true;
        (string[] Programs, Func<CancellationToken, IAsyncEnumerable<Statement>> Statements)[] proofs =
        [
            (["xmllint"], SchemaProof.StatementsAsync),
            ([Programs.Qemu, "qemu-img"], QemuProof.StatementsAsync),
            (["virsh", Programs.LibvirtQemuDriver, Programs.Qemu, "qemu-img"], LibvirtProof.StatementsAsync),
        ];
        foreach ((string[] programs, Func<CancellationToken, IAsyncEnumerable<Statement>> statements) in proofs)
        {
            if (Programs.Missing(programs) is { } missing)
            {
                Console.WriteLine($"skipped  {missing}");
                isComplete = false;
                continue;
            }

            await foreach (Statement statement in statements(cancellation)) isProven &= await PrintAsync(statement, cancellation);
        }

        return isProven && (isComplete || !isAllThatWasAsked) ? Proven : Refuted;
    }

    private static async Task<bool> PrintAsync(Statement statement, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            await statement.ProveAsync(cancellation);
            Console.WriteLine($"proven   {statement.Text} ({Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms)");
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Console.WriteLine($"REFUTED  {statement.Text}: {exception.Message}");
            return false;
        }
    }
}

/// <summary>Something that is to be proved.</summary>
internal sealed record Statement(string Text, Func<CancellationToken, Task> ProveAsync);
