namespace ColoGen.Core.Devices.Buses;

/// <summary>Why several buses can't have a device, as COLO0303 has it.</summary>
internal static class BusProblems
{
    public const string Floppy = "has no floppy drives: use DiskBus.Fdc";

    public const string Lun = "can't pass a device through: use DiskBus.Scsi";

    public const string Controllers = "would need more than 32 controllers: use earlier letters";
}
