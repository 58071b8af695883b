namespace ColoGen.Core.Analysis;

/// <summary>How the nodes of a layer are named.</summary>
/// <param name="Top">The node that others name: the format node of a source, the only node of another layer.</param>
/// <param name="Storage">The storage node of a source.</param>
internal sealed record LayerNames(NodeName Top, NodeName Storage);
