using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>Options as <c>,key.key=value</c>, and nodes nested by their keys.</summary>
/// <param name="named">The nodes that a reference names.</param>
internal sealed class DottedTemplate(TemplateBuilder builder, HashSet<Name> named)
{
    /// <summary>The keys on the way to what is written.</summary>
    private readonly List<(string Text, IndexExpression? Position)> _keys = [];

    public void Write(BlockNode node, bool isTop)
    {
        // A file name alone means the driver "file"; no prefix such as nbd: is looked for in it.
        if (node.Driver != "file") Write("driver", node.Driver);
        if (!isTop && named.Contains(node.Name)) Write("node-name", node.Name);
        foreach (Option option in node.Options) Write(option);
        if (!node.Common.AutoReadOnly) WriteCommon(node.Common, isTop);
        foreach (BlockChild child in node.Children)
        {
            int before = _keys.Count;
            _keys.Add(child.Key == "children" ? ("children.", child.Position) : (child.Key, null));
            Write(child.Node);
            Back(before);
        }
    }

    public void Write(Option option)
    {
        int before = _keys.Count;
        _keys.Add((option.Key, null));
        Write(option.Value);
        Back(before);
    }

    private void Write(string key, Text value)
    {
        int before = _keys.Count;
        _keys.Add((key, null));
        Value(value);
        Back(before);
    }

    /// <summary>The rest of the tree inherits what its top says, but for discard.</summary>
    private void WriteCommon(CommonOptions common, bool isTop)
    {
        if (isTop && common.ReadOnly) Write("read-only", "on");
        if (common.Discard is { } discard) Write("discard", discard);
        if (common.DetectZeroes is { } detectZeroes) Write("detect-zeroes", detectZeroes);
        if (isTop && common.Cache is { } cache) Write(new Option("cache", cache));
    }

    private void Write(ChildNode child)
    {
        switch (child)
        {
            case OwnNode own:
                int before = _keys.Count;
                _keys.Add((".", null));
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
                _keys.Add((".", null));
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
        foreach ((string text, IndexExpression? position) in _keys)
        {
            builder.Literal(text);
            if (position is not null) builder.Index(position);
        }

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
