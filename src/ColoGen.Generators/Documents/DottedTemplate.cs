using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>Options as <c>,key.key=value</c>, and nodes nested by their keys.</summary>
/// <param name="named">The nodes that a reference names.</param>
internal sealed class DottedTemplate(TemplateBuilder builder, HashSet<Name> named)
{
    /// <summary>The keys on the way to what is written.</summary>
    private readonly List<Text> _keys = [];

    public void Write(BlockNode node, bool isTop)
    {
        // A file name alone means the driver "file"; no prefix such as nbd: is looked for in it.
        if (node.Driver != "file") Write(new Option("driver", node.Driver));
        if (!isTop && named.Contains(node.Name)) Write(new Option("node-name", node.Name));
        foreach (Option option in node.Options) Write(option);
        if (!node.Common.AutoReadOnly) WriteCommon(node.Common, isTop);
        foreach (BlockChild child in node.Children)
        {
            int before = _keys.Count;
            _keys.Add(child.Key == "children" ? "children." : child.Key);
            if (child.Key == "children") _keys.Add(new IndexText(child.Position!));
            Write(child.Node);
            Back(before);
        }
    }

    public void Write(Option option)
    {
        int before = _keys.Count;
        _keys.Add(option.Key);
        Write(option.Value);
        Back(before);
    }

    /// <summary>The rest of the tree inherits what its top says, but for discard.</summary>
    private void WriteCommon(CommonOptions common, bool isTop)
    {
        if (isTop && common.ReadOnly) Write(new Option("read-only", true));
        if (common.Discard is { } discard) Write(new Option("discard", new StringOption(discard)));
        if (common.DetectZeroes is { } detectZeroes) Write(new Option("detect-zeroes", new StringOption(detectZeroes)));
        if (isTop && common.Cache is { } cache) Write(new Option("cache", cache));
    }

    private void Write(ChildNode child)
    {
        switch (child)
        {
            case OwnNode own:
                int before = _keys.Count;
                _keys.Add(".");
                Write(own.Node, isTop: false);
                Back(before);
                break;
            case OtherNode other:
                Value(other.Name);
                break;
            case OptionalNode optional:
                WriteOptional(optional);
                break;
            case NodeList list:
                WriteList(list);
                break;
            default:
                Value("");
                break;
        }
    }

    private void WriteOptional(OptionalNode optional) => builder.When(
        optional.Optional, optional.Scope, () => Write(optional.Then), optional.Else is { } otherwise ? () => Write(otherwise) : null);

    private void WriteList(NodeList list) => builder.Each(list.List, list.Scope, list.CountMember, () => Write(new OwnNode(list.Item)));

    private void Write(OptionValue value)
    {
        switch (value)
        {
            case StringOption option:
                Value(option.Text);
                break;
            case BareOption option:
                Value(OnOff(option.Text));
                break;
            case ObjectOption option:
                int before = _keys.Count;
                _keys.Add(".");
                foreach (Option member in option.Members) Write(member);
                Back(before);
                break;
            case OptionalOption option:
                WriteOptional(option);
                break;
        }
    }

    private void WriteOptional(OptionalOption option) => builder.When(option.Optional, option.Scope, () => Write(option.Then));

    /// <summary>Takes keys away again.</summary>
    private void Back(int count) => _keys.RemoveRange(count, _keys.Count - count);

    private void Value(Text value)
    {
        if (TemplateBuilder.IsAlwaysThere(value))
        {
            Key();
            builder.Text("", value, Escape.Option);
        }
        else
        {
            builder.Text(Key, value, Escape.Option, () => { });
        }
    }

    private void Key()
    {
        builder.Literal(",");
        foreach (Text part in _keys) builder.Text("", part, Escape.Option);
        builder.Literal("=");
    }

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
