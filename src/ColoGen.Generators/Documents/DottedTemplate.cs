using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>Options as <c>,key.key=value</c>, and nodes nested by their keys.</summary>
/// <param name="named">The nodes that a reference names.</param>
internal sealed class DottedTemplate(TemplateBuilder builder, HashSet<Name> named)
{
    public void Write(BlockNode node, bool isTop) => Write([], node, isTop);

    public void Write(IReadOnlyList<Text> prefix, IEnumerable<Option> options)
    {
        foreach (Option option in options) Write(prefix, option);
    }

    private void Write(IReadOnlyList<Text> prefix, BlockNode node, bool isTop)
    {
        // A file name alone means the driver "file"; no prefix such as nbd: is looked for in it.
        if (node.Driver != "file") Write(prefix, new Option("driver", node.Driver));
        if (!isTop && named.Contains(node.Name)) Write(prefix, new Option("node-name", node.Name));
        Write(prefix, node.Options);
        if (!node.Common.AutoReadOnly) WriteCommon(prefix, node.Common, isTop);
        foreach (BlockChild child in node.Children)
        {
            Text[] key = child.Key == "children" ? [.. prefix, "children.", new IndexText(child.Position!)] : [.. prefix, child.Key];
            Write(key, child.Node);
        }
    }

    /// <summary>The rest of the tree inherits what its top says, but for discard.</summary>
    private void WriteCommon(IReadOnlyList<Text> prefix, CommonOptions common, bool isTop)
    {
        if (isTop && common.ReadOnly) Write(prefix, new Option("read-only", true));
        if (common.Discard is { } discard) Write(prefix, new Option("discard", new StringOption(discard)));
        if (common.DetectZeroes is { } detectZeroes) Write(prefix, new Option("detect-zeroes", new StringOption(detectZeroes)));
        if (isTop && common.Cache is { } cache) Write(prefix, new Option("cache", cache));
    }

    private void Write(IReadOnlyList<Text> key, ChildNode child)
    {
        switch (child)
        {
            case OwnNode own:
                Write([.. key, "."], own.Node, isTop: false);
                break;
            case OtherNode other:
                Pair(key, other.Name);
                break;
            case OptionalNode optional:
                builder.When(
                    optional.Optional, optional.Scope, () => Write(key, optional.Then), optional.Else is { } otherwise ? () => Write(key, otherwise) : null);
                break;
            case NodeList list:
                builder.Each(list.List, list.Scope, list.CountMember, () => Write(key, new OwnNode(list.Item)));
                break;
            default:
                Pair(key, "");
                break;
        }
    }

    private void Write(IReadOnlyList<Text> prefix, Option option)
    {
        Text[] key = [.. prefix, option.Key];
        switch (option.Value)
        {
            case StringOption value:
                Pair(key, value.Text);
                break;
            case BareOption value:
                Pair(key, OnOff(value.Text));
                break;
            case ObjectOption value:
                Write([.. key, "."], value.Members);
                break;
            case OptionalOption value:
                builder.When(value.Optional, value.Scope, () => Write(prefix, option with { Value = value.Then }));
                break;
        }
    }

    private void Pair(IReadOnlyList<Text> key, Text value) => builder.Text(
        () =>
        {
            builder.Literal(",");
            foreach (Text part in key) builder.Text("", part, Escape.Option);
            builder.Literal("=");
        },
        value,
        Escape.Option,
        () => { });

    private static Text OnOff(Text text) => text switch
    {
        FixedText { Value: "true" } => "on",
        FixedText { Value: "false" } => "off",
        PropertyChoice choice => choice with
        {
            Cases = choice.Cases.Select(item => item with { Text = item.Text switch { "true" => "on", "false" => "off", var word => word } }).ToEquatableArray(),
        },
        _ => text,
    };
}
