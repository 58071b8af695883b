namespace ColoGen.Control.Hosts;

/// <summary>
/// The <c>identity</c> of the object <c>cologen-pair</c> that the controller adds to both hosts of a pair while they are prepared, started or in COLO:
/// a random number, and the addresses of the pair. QEMU has one object of an id, so that a host is of one start at a time.
/// </summary>
/// <param name="Text">The whole text.</param>
internal sealed record PairToken(string Text)
{
    private const char Separator = ' ';

    /// <summary>The addresses of the pair that the host was prepared or started for.</summary>
    public string Addresses => Text[(Text.IndexOf(Separator) + 1)..];

    /// <summary>A new one for a start of a pair.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public static PairToken Create(PairCommands pair) => new($"{Guid.NewGuid():N}{Separator}{pair.Addresses}");

    /// <summary>Whether it is of a start of that pair.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public bool IsOf(PairCommands pair) => Addresses == pair.Addresses;
}
