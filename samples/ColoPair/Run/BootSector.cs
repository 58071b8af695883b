using System.Buffers.Binary;

namespace ColoPair;

/// <summary>
/// The guest: no operating system, only the 512 bytes that a BIOS starts. It counts for ever, one step a tick of the clock (55 ms), and writes each
/// count to its disk before the next.
/// </summary>
internal static class BootSector
{
    /// <summary>Where the count is in the guest's memory: 32 bits, little-endian.</summary>
    public const int CountAddress = 0x9000;

    /// <summary>Where the count is on the guest's disk: at the beginning of sector 2048.</summary>
    public const int CountOffset = 2048 * SectorSize;

    public const int SectorSize = 512;

    /// <summary>16-bit code, loaded at 7C00.</summary>
    private static ReadOnlySpan<byte> Code =>
    [
        0xFA,                                                 // 7C00        cli
        0x31, 0xC0,                                           // 7C01        xor ax, ax
        0x8E, 0xD8,                                           // 7C03        mov ds, ax
        0x8E, 0xC0,                                           // 7C05        mov es, ax
        0x8E, 0xD0,                                           // 7C07        mov ss, ax
        0xBC, 0x00, 0x7C,                                     // 7C09        mov sp, 7C00h
        0x88, 0x16, 0x10, 0x90,                               // 7C0C        mov [9010h], dl             ; the disk that it was started from
        0x66, 0xC7, 0x06, 0x00, 0x90, 0x00, 0x00, 0x00, 0x00, // 7C10        mov dword [9000h], 0        ; the count
        0xFB,                                                 // 7C19        sti
        0x66, 0xFF, 0x06, 0x00, 0x90,                         // 7C1A count: inc dword [9000h]
        0xBE, 0x2E, 0x7C,                                     // 7C1F        mov si, packet
        0xB8, 0x00, 0x43,                                     // 7C22        mov ax, 4300h               ; extended write
        0x8A, 0x16, 0x10, 0x90,                               // 7C25        mov dl, [9010h]
        0xCD, 0x13,                                           // 7C29        int 13h
        0xF4,                                                 // 7C2B        hlt                         ; until the next tick
        0xEB, 0xEC,                                           // 7C2C        jmp count
        0x10, 0x00,                                           // 7C2E packet: its length
        0x01, 0x00,                                           //             one sector
        0x00, 0x90, 0x00, 0x00,                               //             from 0000:9000
        0x00, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,       //             to sector 2048
    ];

    public static byte[] ToArray()
    {
        byte[] sector = new byte[SectorSize];
        Code.CopyTo(sector);
        BinaryPrimitives.WriteUInt16LittleEndian(sector.AsSpan(SectorSize - 2), 0xAA55);
        return sector;
    }
}
