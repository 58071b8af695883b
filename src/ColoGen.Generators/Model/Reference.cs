namespace ColoGen.Generators.Model;

/// <summary>A reference (dev, index); without a dev it is open, to be bound where the tree is attached.</summary>
internal sealed record Reference(string? Dev, int Index);
