using System.Buffers.Binary;

namespace ColoGen.Control.Tests;

/// <summary>A boot sector that counts, in memory and on its disk, one step a timer tick of 55 ms.</summary>
internal static class GuestProgram
{
    /// <summary>Where in the guest's memory the counter is.</summary>
    public const int CounterAddress = 0x9000;

    /// <summary>Where on the boot disk the counter is written.</summary>
    public const long CounterOffset = CounterSector * 512;

    private const long CounterSector = 2048;
    private const ushort Origin = 0x7C00;

    public static byte[] BootSector()
    {
        List<byte> code =
        [
            0xFA, 0x31, 0xC0, 0x8E, 0xD8, 0x8E, 0xC0, 0x8E, 0xD0, 0xBC, 0x00, 0x7C, // cli; ds = es = ss = 0; sp = 7c00
            0x88, 0x16, 0x10, 0x90, // [9010] = dl, the boot drive
            0x66, 0xC7, 0x06, 0x00, 0x90, 0, 0, 0, 0, // [9000] = 0
            0xFB, // sti
        ];
        int loop = code.Count;
        code.AddRange([0x66, 0xFF, 0x06, 0x00, 0x90]); // inc dword [9000]
        int packetAddress = code.Count + 1;
        code.AddRange([0xBE, 0, 0]); // si = disk address packet
        code.AddRange([0xB8, 0x00, 0x43, 0x8A, 0x16, 0x10, 0x90, 0xCD, 0x13]); // int 13h, extended write to the boot drive
        code.Add(0xF4); // hlt until the next tick
        code.AddRange([0xEB, (byte)(sbyte)(loop - (code.Count + 2))]); // jmp loop

        byte[] sector = new byte[512];
        code.CopyTo(sector);
        BinaryPrimitives.WriteUInt16LittleEndian(sector.AsSpan(packetAddress), (ushort)(Origin + code.Count));
        Span<byte> packet = sector.AsSpan(code.Count);
        packet[0] = 16;
        BinaryPrimitives.WriteUInt16LittleEndian(packet[2..], 1); // one sector
        BinaryPrimitives.WriteUInt16LittleEndian(packet[4..], CounterAddress);
        BinaryPrimitives.WriteInt64LittleEndian(packet[8..], CounterSector);
        sector[510] = 0x55;
        sector[511] = 0xAA;
        return sector;
    }
}
