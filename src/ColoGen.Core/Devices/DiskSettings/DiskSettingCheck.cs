using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>What a disk must be to have a setting, and what a constant must be.</summary>
/// <param name="Rule">The id of the rule that reports it.</param>
internal sealed record DiskSettingCheck(string Rule)
{
    /// <summary>Why the disk can't have the setting, as the rule's message has it; null where it can.</summary>
    public Func<Attachment, string?> Unsupported { get; init; } = _ => null;

    /// <summary>Why a constant text is not allowed on a bus, as the rule's message has it; null where it is.</summary>
    public Func<DiskBus?, string, string?> InvalidText { get; init; } = (_, _) => null;

    /// <summary>Why a constant number within the range is not allowed, as the rule's message has it; null where it is.</summary>
    public Func<long, string?> InvalidNumber { get; init; } = _ => null;

    /// <summary>For numbers that are powers of two.</summary>
    public static string? PowerOfTwo(long number) => (number & (number - 1)) == 0 ? null : "give a power of two";

    /// <summary>The first reason that is found against a value of a disk.</summary>
    public string? Problem(Attachment disk, DocumentValue value) => Unsupported(disk) ?? value switch
    {
        TextConstant constant => InvalidText(disk.Bus, constant.Text),
        NumberConstant constant => InvalidNumber(constant.Number),
        _ => null,
    };
}
