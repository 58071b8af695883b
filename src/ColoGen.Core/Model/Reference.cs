using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>A reference (dev, index); without a dev it is open, to be bound where the tree is attached.</summary>
internal sealed record Reference(string? Dev, int Index)
{
    /// <summary>As its attribute says it.</summary>
    public static Reference Of(EquatableArray<Setting> arguments) => new(
        arguments.GetText(nameof(BackingReferenceAttribute.Dev)),
        (int)(arguments.GetNumber(nameof(BackingReferenceAttribute.Index)) ?? 0));
}
