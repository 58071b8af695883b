namespace ColoGen.Conformance.Tests.Catalogue.Rows;

/// <summary>A section of a catalogue: what a program refuses, or accepts and should not.</summary>
/// <param name="Count">How many rows the catalogue has there.</param>
internal sealed record Table(string Name, int Count, params Row[] Rows);

/// <summary>A row under the catalogue's name for it. A row about several mistakes has a case for each.</summary>
internal sealed record Row(string Name, params Case[] Cases);
