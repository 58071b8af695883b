namespace ColoGen.Conformance.Tests.Catalogue.Rows;

/// <summary>A section of a catalogue: what a program refuses, or takes without a word.</summary>
/// <param name="Count">How many rows the catalogue has there.</param>
internal sealed record Table(string Name, int Count, params Row[] Rows);

/// <summary>A row under the catalogue's name for it. One that tells of several things at once has a case for each.</summary>
internal sealed record Row(string Name, params Case[] Cases);
