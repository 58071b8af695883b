using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>QAPI objects as JSON. The first member of an object is always there, so every other begins with a comma.</summary>
internal sealed class JsonTemplate(TemplateBuilder builder, Escape escape)
{
    public void Write(EquatableArray<Option> members)
    {
        builder.Literal("{");
        string comma = "";
        foreach (Option option in members)
        {
            Member(comma, option.Key, option.Value);
            comma = ",";
        }

        builder.Literal("}");
    }

    /// <summary>A node as <c>-blockdev</c> and <c>blockdev-add</c> take it.</summary>
    public void Write(BlockNode node)
    {
        CommonOptions common = node.Common;
        builder.Literal("{\"driver\":\"").Literal(node.Driver).Literal("\",\"node-name\":");
        Name(node.Name);
        foreach (Option option in node.Options) Member(",", option.Key, option.Value);
        builder.Literal(common.AutoReadOnly ? ",\"auto-read-only\":true" : common.ReadOnly ? ",\"read-only\":true" : ",\"read-only\":false");
        if (common.Discard is { } discard) Text(",", "discard", discard, "\"");
        if (common.DetectZeroes is { } detectZeroes) Text(",", "detect-zeroes", detectZeroes, "\"");
        if (common.Cache is { } cache) Member(",", "cache", cache);
        Children(node.Children);
        builder.Literal("}");
    }

    private void Children(EquatableArray<BlockChild> children)
    {
        if (children is [{ Key: "children" }, ..])
        {
            builder.Literal(",\"children\":[");
            foreach (BlockChild child in children) Item(child.Node, child.Position!);
            builder.Literal("]");
            return;
        }

        foreach (BlockChild child in children)
        {
            Key(",", child.Key);
            Child(child.Node);
        }
    }

    private void Member(string comma, string key, OptionValue value)
    {
        switch (value)
        {
            case StringOption option:
                Text(comma, key, option.Text, "\"");
                break;
            case BareOption option:
                Text(comma, key, option.Text, "");
                break;
            case ObjectOption option:
                Key(comma, key);
                Write(option.Members);
                break;
            case OptionalOption option:
                Optional(comma, key, option);
                break;
        }
    }

    private void Optional(string comma, string key, OptionalOption option) =>
        builder.When(option.Optional, option.Scope, () => Member(comma, key, option.Then));

    private TemplateBuilder Key(string comma, string key) => builder.Literal(comma).Literal("\"").Literal(key).Literal("\":");

    private void Text(string comma, string key, Text text, string quote)
    {
        if (TemplateBuilder.IsAlwaysThere(text)) Key(comma, key).Text(quote, text, escape, quote);
        else builder.Text($"{comma}\"{key}\":{quote}", text, escape, quote);
    }

    private void Child(ChildNode child)
    {
        switch (child)
        {
            case OwnNode own:
                Name(own.Node.Name);
                break;
            case OtherNode other:
                Name(other.Name);
                break;
            case OptionalNode optional:
                Optional(optional);
                break;
            default:
                builder.Literal("null");
                break;
        }
    }

    private void Optional(OptionalNode optional) =>
        builder.When(optional.Optional, optional.Scope, () => Child(optional.Then), () => Child(optional.Else ?? new NoNode()));

    private void Item(ChildNode child, IndexExpression position)
    {
        switch (child)
        {
            case OptionalNode optional:
                OptionalItem(optional, position);
                break;
            case NodeList list:
                Items(list, position);
                break;
            default:
                builder.WhenPositive(position, ",");
                Child(child);
                break;
        }
    }

    private void OptionalItem(OptionalNode optional, IndexExpression position) =>
        builder.When(optional.Optional, optional.Scope, () => Item(optional.Then, position));

    private void Items(NodeList list, IndexExpression position) =>
        builder.Each(list.List, list.Scope, list.CountMember, () => Item(new OwnNode(list.Item), position));

    private void Name(Name name) => builder.Literal("\"").Name(name).Literal("\"");
}
