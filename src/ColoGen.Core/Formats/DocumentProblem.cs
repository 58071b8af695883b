namespace ColoGen.Core.Formats;

/// <summary>Why a topology can't have a document.</summary>
/// <param name="Path">The disk that is the reason.</param>
/// <param name="Reason">What it is about the disk, and how to have the document in spite of it.</param>
internal sealed record DocumentProblem(string Path, string Reason);
