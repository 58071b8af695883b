using ColoGen.Generators.Infrastructure;

namespace ColoGen.Generators.Lowering;

/// <summary>A node as the QAPI object that <c>-blockdev</c> and <c>blockdev-add</c> take.</summary>
internal static class NodeOptions
{
    public static ObjectOption Of(BlockNode node)
    {
        Options options = new Options().Add("driver", node.Driver).Add("node-name", node.Name);
        foreach (Option option in node.Options) options.Add(option.Key, option.Value);
        if (!node.Common.AutoReadOnly) options.Add("read-only", node.Common.ReadOnly);
        if (node.Common.AutoReadOnly) options.Add("auto-read-only", true);
        options
            .AddText("discard", node.Common.Discard)
            .AddText("detect-zeroes", node.Common.DetectZeroes)
            .Add("cache", node.Common.Cache);
        if (node.Children is [{ Key: "children" }, ..]) return options.Add("children", new ChildrenOption(node.Children)).ToObject();
        foreach (BlockChild child in node.Children) options.Add(child.Key, new ChildOption(child.Node));
        return options.ToObject();
    }
}
