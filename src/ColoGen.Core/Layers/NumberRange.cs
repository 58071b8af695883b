namespace ColoGen.Core.Layers;

/// <summary>The limits of a number, both included.</summary>
internal readonly record struct NumberRange(long Minimum, long Maximum);
