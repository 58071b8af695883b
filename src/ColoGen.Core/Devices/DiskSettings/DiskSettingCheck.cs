using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>What a disk must be to have a setting, and what a constant text must be.</summary>
/// <param name="Rule">The id of the rule that reports it.</param>
internal sealed record DiskSettingCheck(string Rule)
{
    /// <summary>Why the disk can't have the setting, as the rule's message has it; null where it can.</summary>
    public Func<Attachment, string?> Unsupported { get; init; } = _ => null;

    /// <summary>Why a constant text is not allowed, as the rule's message has it; null where it is.</summary>
    public Func<string, string?> Invalid { get; init; } = _ => null;

    /// <summary>The first reason that is found against a value of a disk.</summary>
    public string? Problem(Attachment disk, DocumentValue value) => Unsupported(disk) ?? (value is TextConstant { Text: var text } ? Invalid(text) : null);
}
