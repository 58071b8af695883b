namespace ColoGen.Control.Tests;

/// <summary>How long a test waits, on two processors with TCG and a load of 30 as well.</summary>
internal static class Patience
{
    /// <summary>For what must happen: the wait ends when it does, so only a test that fails takes this long.</summary>
    public static TimeSpan Long { get; } = TimeSpan.FromMinutes(3);

    /// <summary>For a QEMU that hangs, which a test waits out; one that does not hang answers within this time.</summary>
    public static TimeSpan Short { get; } = TimeSpan.FromSeconds(6);
}
