using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>Every node of trees in the order in which QEMU adds them, or removes them.</summary>
internal static class NodeWalk
{
    /// <summary>Children before their parents.</summary>
    public static void Forward(TemplateBuilder builder, IEnumerable<BlockTree> trees, Action<BlockNode> write)
    {
        foreach (BlockTree tree in trees) builder.ForEdge(tree.Edge, () => Visit(builder, tree.Top, write, isInverse: false));
    }

    /// <summary>Parents before their children.</summary>
    public static void Backward(TemplateBuilder builder, EquatableArray<BlockTree> trees, Action<BlockNode> write) =>
        trees.ForEachBackward(tree => builder.ForEdge(tree.Edge, () => Visit(builder, tree.Top, write, isInverse: true)));

    /// <summary>
    /// The bridges, the controllers and the devices of the trees. Devices with a declared place on the root bus come first: QEMU gives each of the others the
    /// first place that is free.
    /// </summary>
    /// <param name="bridges">The bridges that QEMU does not have already.</param>
    public static void Devices(TemplateBuilder builder, BlockGraph graph, EquatableArray<Device> bridges, Action<Device> write)
    {
        foreach (BlockTree tree in graph.Trees)
        {
            if (IsOnRootBus(tree)) Frontend(builder, tree, write);
        }

        foreach (Device bridge in bridges) write(bridge);
        foreach (Device controller in graph.Controllers) write(controller);
        foreach (BlockTree tree in graph.Trees)
        {
            if (!IsOnRootBus(tree)) Frontend(builder, tree, write);
        }
    }

    /// <summary>The devices of the trees, then the controllers, each from the last to the first.</summary>
    public static void DevicesBackward(TemplateBuilder builder, BlockGraph graph, Action<Device> write)
    {
        graph.Trees.ForEachBackward(tree => Frontend(builder, tree, write));
        graph.Controllers.ForEachBackward(write);
    }

    /// <summary>The device of a tree, where the tree is present or the drive may be empty.</summary>
    private static void Frontend(TemplateBuilder builder, BlockTree tree, Action<Device> write)
    {
        if (tree.Frontend is not { } device) return;
        builder.ForEdge(tree.Attachment.MayBeEmpty ? null : tree.Edge, () => write(device));
    }

    private static bool IsOnRootBus(BlockTree tree) => PciAddress.Of(tree.Attachment) is { Bus: 0 };

    private static void Visit(TemplateBuilder builder, BlockNode node, Action<BlockNode> write, bool isInverse)
    {
        if (isInverse) write(node);
        for (int number = 0; number < node.Children.Count; number++)
        {
            BlockChild child = node.Children[isInverse ? node.Children.Count - 1 - number : number];
            if (child.Node is not { } below) continue;
            if (child.IsRequired) Visit(builder, below, write, isInverse);
            else VisitEdge(builder, child, write, isInverse);
        }

        if (!isInverse) write(node);
    }

    // A lambda that captures is in a method of its own: C# allocates its closure where the method begins, needed or not.
    private static void VisitEdge(TemplateBuilder builder, BlockChild child, Action<BlockNode> write, bool isInverse) =>
        builder.ForEdge(child.Edge, () => Visit(builder, child.Node!, write, isInverse));
}
