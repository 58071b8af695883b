using ColoGen.Core.Analysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>An attribute of the runtime library where it is declared.</summary>
internal sealed class DeclaredAttribute(AttributeSchema schema, WrittenAttribute written, Context context)
{
    private static readonly List<DeclaredAttribute> s_none = [];

    public AttributeSchema Schema { get; } = schema;

    public WrittenAttribute Written { get; } = written;

    public Context Context { get; } = context;

    /// <summary>Those of the runtime library; null where only the compiler knows whether one is, or one is there twice.</summary>
    public static List<DeclaredAttribute>? Of(Names names, List<WrittenAttribute> attributes, Context context)
    {
        if (attributes.Count == 0) return s_none;
        var declared = new List<DeclaredAttribute>(attributes.Count);
        foreach (WrittenAttribute attribute in attributes)
        {
            if (names.Attribute(context.Scope, attribute.Name) is not { } schema)
            {
                if (!names.IsOtherAttribute(attribute.Name)) return null;
            }
            else if (declared.Find(schema.Kind) is not null)
            {
                return null;
            }
            else
            {
                declared.Add(new DeclaredAttribute(schema, attribute, context));
            }
        }

        return declared;
    }
}

internal static class DeclaredAttributes
{
    /// <summary>The attribute of a kind, or null.</summary>
    public static DeclaredAttribute? Find(this List<DeclaredAttribute> attributes, string kind)
    {
        foreach (DeclaredAttribute attribute in attributes)
        {
            if (attribute.Schema.Kind == kind) return attribute;
        }

        return null;
    }
}
