using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>QAPI objects as JSON. The first member of an object is always present, so every other begins with a comma.</summary>
/// <param name="nameOf">The name of a node in this document; null where every node has its usual name.</param>
internal sealed class JsonWriter(TemplateBuilder builder, Escape escape, Func<NodeName, NodeName>? nameOf = null)
{
    public void Write(EquatableArray<Option> members)
    {
        builder.Literal("{");
        string comma = "";
        foreach (Option option in members)
        {
            Member(comma, option);
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
        foreach (Option option in node.Options) Member(",", option);
        builder.Literal(common.AutoReadOnly ? ",\"auto-read-only\":true" : common.ReadOnly ? ",\"read-only\":true" : ",\"read-only\":false");
        foreach (Option option in common.Own) Member(",", option);
        foreach (Option option in common.Inherited) Member(",", option);
        Children(node.Children);
        builder.Literal("}");
    }

    private void Children(EquatableArray<BlockChild> children)
    {
        if (children is [{ IsListItem: true, Key: var key }, ..])
        {
            Key(",", key).Literal("[");
            ChildList.Write(builder, children, isNumbered: false, Item);
            builder.Literal("]");
            return;
        }

        foreach (BlockChild child in children)
        {
            Key(",", child.Key);
            if (child.IsRequired) Child(child);
            else OptionalChild(child);
        }
    }

    private void Item(BlockChild child, IndexExpression position)
    {
        builder.WhenPositive(position, ",");
        Child(child);
    }

    private void Child(BlockChild child)
    {
        if (child.Name is { } name) Name(name);
        else builder.Literal("null");
    }

    // A lambda that captures is in a method of its own: C# allocates its closure where the method begins, needed or not.
    private void OptionalChild(BlockChild child) => builder.ForEdge(child.Edge, () => Child(child), () => builder.Literal("null"));

    private void OptionalMember(string comma, Option option) => builder.ForEdge(option.Edge, () => Value(comma, option));

    private void Member(string comma, Option option)
    {
        if (option.Edge is null) Value(comma, option);
        else OptionalMember(comma, option);
    }

    private void Value(string comma, Option option)
    {
        if (option.Value is not { } value)
        {
            Key(comma, option.Key);
            if (option.Type == QapiType.List) Items(option.Members);
            else Write(option.Members);
        }
        else if (option.Type == QapiType.Boolean)
        {
            Value(comma, option.Key, value.Boolean("true", "false"), "");
        }
        else
        {
            Value(comma, option.Key, value, option.Type == QapiType.String ? "\"" : "");
        }
    }

    private void Items(EquatableArray<Option> items)
    {
        builder.Literal("[");
        string comma = "";
        foreach (Option item in items)
        {
            builder.Literal(comma);
            Write(item.Members);
            comma = ",";
        }

        builder.Literal("]");
    }

    private TemplateBuilder Key(string comma, string key) => builder.Literal(comma).Literal("\"").Literal(key).Literal("\":");

    private void Value(string comma, string key, DocumentValue value, string quote)
    {
        if (value is NodeNameValue { Name: var name }) value = NameOf(name)!;
        if (value.IsAlwaysPresent) Key(comma, key).Value(quote, value, escape, quote);
        else builder.Value($"{comma}\"{key}\":{quote}", value, escape, quote);
    }

    private void Name(NodeName name) => builder.Literal("\"").Name(NameOf(name)).Literal("\"");

    private NodeName NameOf(NodeName name) => nameOf is null ? name : nameOf(name);
}
