using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>A node of QEMU's block graph.</summary>
/// <param name="Options">What its driver has, without children.</param>
/// <param name="Common">What every node has.</param>
/// <param name="Objects">What has to be there before it.</param>
/// <param name="Layer">The layer that it is of.</param>
internal sealed record BlockNode(
    Name Name, string Driver, EquatableArray<Option> Options, EquatableArray<BlockChild> Children,
    CommonOptions Common, EquatableArray<EquatableArray<Option>> Objects, Layer Layer);

/// <summary>What the disk says for all of its nodes.</summary>
/// <param name="AutoReadOnly">A storage node: written only while somebody above writes.</param>
internal sealed record CommonOptions(
    bool ReadOnly, bool AutoReadOnly, Text? Discard, Text? DetectZeroes, ObjectOption? Cache);

/// <summary>What a node stands on.</summary>
/// <param name="Key">The member of the QAPI object: <c>file</c>, <c>backing</c>, <c>children</c>.</param>
/// <param name="Position">The place among the children of a quorum.</param>
internal sealed record BlockChild(string Key, IndexExpression? Position, ChildNode Node);

internal abstract record ChildNode;

/// <summary>A node that this tree declares.</summary>
internal sealed record OwnNode(BlockNode Node) : ChildNode;

/// <summary>A node of another tree, or declared earlier in this one.</summary>
internal sealed record OtherNode(Name Name) : ChildNode;

/// <summary>Nothing, said so.</summary>
internal sealed record NoNode : ChildNode;

/// <summary>A node that is there when the optional layer is.</summary>
internal sealed record OptionalNode(Access Optional, int Scope, ChildNode Then, ChildNode? Else) : ChildNode;

/// <summary>A node for each item of a list.</summary>
internal sealed record NodeList(Access List, int Scope, string CountMember, BlockNode Item) : ChildNode;
