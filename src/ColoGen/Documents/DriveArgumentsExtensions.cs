using ColoGen.Serialization;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IDriveArguments"/>. They allocate.</summary>
public static class DriveArgumentsExtensions
{
    /// <summary>Writes the command line arguments with <c>-drive</c>, each followed by a NUL, as UTF-8 to a stream.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="stream">The stream to write to.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDriveArguments.WriteDriveArguments"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void WriteDriveArguments<T>(this T topology, Stream stream)
        where T : IDriveArguments => Utf8Document.ToStream(topology.WriteDriveArguments, stream);

    /// <summary>The arguments as an array, for <c>ProcessStartInfo</c>.</summary>
    /// <param name="topology">The topology.</param>
    /// <exception cref="ArgumentException">As for <see cref="IDriveArguments.WriteDriveArguments"/>.</exception>
    public static string[] GetDriveArguments<T>(this T topology)
        where T : IDriveArguments => Utf8Document.ToArguments(topology.WriteDriveArguments);
}
