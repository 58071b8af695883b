namespace ColoGen.Core.Model;

/// <summary>One setting of a layer, disk or domain: an attribute's argument, or a property of the same name.</summary>
internal sealed record Setting(string Name, DocumentValue Value);
