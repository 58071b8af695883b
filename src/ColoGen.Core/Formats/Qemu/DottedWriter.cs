using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>Options as <c>,key.key=value</c>, and nodes nested by their keys.</summary>
/// <param name="named">The nodes that another tree refers to.</param>
/// <param name="nameOf">The name of a node in this document.</param>
internal sealed class DottedWriter(TemplateBuilder builder, HashSet<NodeName> named, Func<NodeName, NodeName> nameOf)
{
    /// <summary>The keys of what is written, from the top of the tree on.</summary>
    private readonly List<(string Text, IndexExpression? Position)> _keys = [];

    public void Write(BlockNode node, bool isTop)
    {
        // A file name alone means the driver "file"; no prefix such as nbd: is looked for in it.
        if (node.Driver != "file") Write("driver", node.Driver);
        if (!isTop && named.Contains(node.Name)) Write("node-name", node.Name);
        foreach (Option option in node.Options) Write(option);
        if (!node.Common.AutoReadOnly) WriteCommon(node.Common, isTop);
        if (node.Children is [{ IsListItem: true }, ..])
        {
            ChildList.Write(builder, node.Children, isNumbered: true, WriteItem);
            return;
        }

        foreach (BlockChild child in node.Children)
        {
            Push(child.Key);
            if (child.IsRequired) Write(child);
            else WriteOptional(child);
            Pop();
        }
    }

    public void Write(Option option)
    {
        Push(option.Key);
        if (option.Edge is null) WriteValue(option);
        else WriteOptional(option);
        Pop();
    }

    private void Write(string key, DocumentValue value)
    {
        Push(key);
        Value(value);
        Pop();
    }

    private void WriteItem(BlockChild child, IndexExpression position)
    {
        Push(child.Key + ".", position);
        Write(child);
        Pop();
    }

    private void WriteCommon(CommonOptions common, bool isTop)
    {
        if (isTop && common.ReadOnly) Write("read-only", "on");
        foreach (Option option in common.Own) Write(option);
        if (!isTop) return;
        foreach (Option option in common.Inherited) Write(option);
    }

    private void Write(EquatableArray<Option> members)
    {
        Push(".");
        foreach (Option member in members) Write(member);
        Pop();
    }

    private void Write(BlockChild child)
    {
        if (child.Node is { } node)
        {
            Push(".");
            Write(node, isTop: false);
            Pop();
        }
        else
        {
            Value(child.Reference is { } reference ? reference : "");
        }
    }

    private void WriteValue(Option option)
    {
        if (option.Value is { } value) Value(option.Type == QapiType.Boolean ? value.Boolean("on", "off") : value);
        else Write(option.Members);
    }

    // A lambda that captures is in a method of its own: C# allocates its closure where the method begins, needed or not.
    private void WriteOptional(BlockChild child) => builder.ForEdge(child.Edge, () => Write(child), () => Value(""));

    private void WriteOptional(Option option) => builder.ForEdge(option.Edge, () => WriteValue(option));

    /// <summary>Adds a key for what is written next.</summary>
    private void Push(string key, IndexExpression? position = null) => _keys.Add((key, position));

    private void Pop() => _keys.RemoveAt(_keys.Count - 1);

    private void Value(DocumentValue value)
    {
        if (value is NodeNameValue { Name: var name }) value = nameOf(name)!;
        if (value.IsAlwaysPresent)
        {
            Key();
            builder.Value("", value, Escape.Option);
        }
        else
        {
            builder.Value(Key, value, Escape.Option, () => { });
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
}
