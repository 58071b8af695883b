namespace ColoPair;

/// <summary>Whether this machine lets us run guests at the speed of its processor.</summary>
internal static class Kvm
{
    private const string Device = "/dev/kvm";

    /// <summary>Null when it does; else why not.</summary>
    public static string? Missing()
    {
        if (!File.Exists(Device)) return $"there is no {Device}";
        try
        {
            using var handle = File.OpenHandle(Device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{Device} can't be opened: {exception.Message}";
        }
    }
}
