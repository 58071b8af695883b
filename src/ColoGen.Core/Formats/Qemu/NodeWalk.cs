using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>Every node of trees in the order in which QEMU takes them, or gives them up.</summary>
internal static class NodeWalk
{
    /// <summary>What is stood on first.</summary>
    public static void Forward(TemplateBuilder builder, EquatableArray<BlockTree> trees, Action<BlockNode> write)
    {
        foreach (BlockTree tree in trees) Visit(builder, tree.Top, write, isInverse: false);
    }

    /// <summary>What stands on others first.</summary>
    public static void Backward(TemplateBuilder builder, EquatableArray<BlockTree> trees, Action<BlockNode> write) =>
        trees.ForEachBackward(tree => Visit(builder, tree.Top, write, isInverse: true));

    /// <summary>The device of a tree, inside the condition that the tree is there.</summary>
    public static void Frontend(TemplateBuilder builder, BlockTree tree, Action<Device> write)
    {
        if (tree.Frontend is not { } device) return;
        if (tree.Top is OptionalNode optional && !tree.Attachment.MayBeEmpty)
        {
            builder.When(optional.Optional, optional.Scope, () => write(device));
        }
        else
        {
            write(device);
        }
    }

    private static void Visit(TemplateBuilder builder, ChildNode child, Action<BlockNode> write, bool isInverse)
    {
        switch (child)
        {
            case OwnNode own:
                Visit(builder, own.Node, write, isInverse);
                break;
            case OptionalNode optional:
                VisitOptional(builder, optional, write, isInverse);
                break;
            case NodeList list:
                VisitList(builder, list, write, isInverse);
                break;
        }
    }

    private static void VisitOptional(TemplateBuilder builder, OptionalNode optional, Action<BlockNode> write, bool isInverse) =>
        builder.When(optional.Optional, optional.Scope, () => Visit(builder, optional.Then, write, isInverse));

    private static void VisitList(TemplateBuilder builder, NodeList list, Action<BlockNode> write, bool isInverse) =>
        builder.Each(list.List, list.Scope, list.CountMember, () => Visit(builder, list.Item, write, isInverse));

    private static void Visit(TemplateBuilder builder, BlockNode node, Action<BlockNode> write, bool isInverse)
    {
        if (isInverse) write(node);
        for (int number = 0; number < node.Children.Count; number++)
        {
            Visit(builder, node.Children[isInverse ? node.Children.Count - 1 - number : number].Node, write, isInverse);
        }

        if (!isInverse) write(node);
    }
}
