using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>QAPI objects as JSON. The first member of an object is always there, so every other begins with a comma.</summary>
internal sealed class JsonTemplate(TemplateBuilder builder, Escape escape)
{
    public void Write(ObjectOption value)
    {
        builder.Literal("{");
        string comma = "";
        foreach (Option option in value.Members)
        {
            Member($"{comma}\"{option.Key}\":", option.Value);
            comma = ",";
        }

        builder.Literal("}");
    }

    private void Member(string key, OptionValue value)
    {
        switch (value)
        {
            case StringOption option:
                builder.Text(key + "\"", option.Text, escape, "\"");
                break;
            case BareOption option:
                builder.Text(key, option.Text, escape);
                break;
            case ObjectOption option:
                builder.Literal(key);
                Write(option);
                break;
            case ChildOption option:
                builder.Literal(key);
                Child(option.Child);
                break;
            case ChildrenOption option:
                builder.Literal(key + "[");
                foreach (BlockChild child in option.Children) Item(child.Node, child.Position!);
                builder.Literal("]");
                break;
            case OptionalOption option:
                builder.When(option.Optional, option.Scope, () => Member(key, option.Then));
                break;
        }
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
                builder.When(optional.Optional, optional.Scope, () => Child(optional.Then), () => Child(optional.Else ?? new NoNode()));
                break;
            default:
                builder.Literal("null");
                break;
        }
    }

    private void Item(ChildNode child, IndexExpression position)
    {
        switch (child)
        {
            case OptionalNode optional:
                builder.When(optional.Optional, optional.Scope, () => Item(optional.Then, position));
                break;
            case NodeList list:
                builder.Each(list.List, list.Scope, list.CountMember, () => Item(new OwnNode(list.Item), position));
                break;
            default:
                builder.WhenPositive(position, ",");
                Child(child);
                break;
        }
    }

    private void Name(Name name) => builder.Literal("\"").Name(name).Literal("\"");
}
