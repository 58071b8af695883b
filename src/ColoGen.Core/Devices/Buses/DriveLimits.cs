using ColoGen.Core.Devices.Addresses;

namespace ColoGen.Core.Devices.Buses;

/// <summary>The places of the disks on the controllers of a bus. The first has zeros only.</summary>
/// <param name="Last">The greatest number of each part.</param>
/// <param name="PlaceOf">The place that libvirt gives the letters of a dev, by their number.</param>
internal sealed record DriveLimits(DriveAddress Last, Func<int, DriveAddress> PlaceOf);
