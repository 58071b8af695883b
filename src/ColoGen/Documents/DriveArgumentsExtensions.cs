using ColoGen.Writing;

namespace ColoGen;

/// <summary>Conveniences over <see cref="IDriveArguments"/>; they allocate.</summary>
public static class DriveArgumentsExtensions
{
    /// <summary>Writes the arguments of <c>qemu-system-*</c> in the old form, each ended by NUL to a stream, in one piece.</summary>
    /// <exception cref="ArgumentException">As <see cref="IDriveArguments.WriteDriveArguments"/>.</exception>
    public static void WriteDriveArguments<T>(this T topology, Stream stream)
        where T : IDriveArguments => Utf8Document.ToStream(topology.WriteDriveArguments, stream);

    /// <summary>The arguments, as <c>ProcessStartInfo.ArgumentList</c> takes them.</summary>
    /// <exception cref="ArgumentException">As <see cref="IDriveArguments.WriteDriveArguments"/>.</exception>
    public static string[] GetDriveArguments<T>(this T topology)
        where T : IDriveArguments => Utf8Document.ToArguments(topology.WriteDriveArguments);
}
