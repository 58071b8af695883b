using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>An attribute as it is written.</summary>
internal sealed class WrittenAttribute(WrittenName name, WrittenArgument[] arguments)
{
    private static readonly List<WrittenAttribute> s_noAttributes = [];
    private static readonly WrittenArgument[] s_noArguments = [];

    public WrittenName Name { get; } = name;

    public WrittenArgument[] Arguments { get; } = arguments;

    /// <summary>The attributes that stand before a declaration and are its own, not those of its field and the like.</summary>
    /// <param name="target">The word for what is declared.</param>
    public static List<WrittenAttribute> Of(SyntaxList<AttributeListSyntax> lists, string target)
    {
        if (lists.Count == 0) return s_noAttributes;
        var attributes = new List<WrittenAttribute>();
        foreach (AttributeListSyntax list in lists)
        {
            if (list.Target is null || list.Target.Identifier.Text == target) Add(list, attributes);
        }

        return attributes;
    }

    /// <summary>The attributes of a positional parameter, and those of its property.</summary>
    public static List<WrittenAttribute> OfPositional(SyntaxList<AttributeListSyntax> lists)
    {
        List<WrittenAttribute> attributes = Of(lists, "param");
        foreach (AttributeListSyntax list in lists)
        {
            if (list.Target?.Identifier.Text == "property") Add(list, attributes);
        }

        return attributes;
    }

    private static void Add(AttributeListSyntax list, List<WrittenAttribute> attributes)
    {
        foreach (AttributeSyntax attribute in list.Attributes) attributes.Add(Of(attribute));
    }

    private static WrittenAttribute Of(AttributeSyntax attribute)
    {
        WrittenName name = IsVerbatim(attribute.Name) ? default : WrittenName.Of(attribute.Name);
        if (attribute.ArgumentList is not { Arguments: var list }) return new WrittenAttribute(name, s_noArguments);
        var arguments = new WrittenArgument[list.Count];
        for (int at = 0; at < arguments.Length; at++) arguments[at] = Of(list[at]);
        return new WrittenAttribute(name, arguments);
    }

    /// <summary><c>[@Disk]</c> is not <c>[DiskAttribute]</c>.</summary>
    private static bool IsVerbatim(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => IsVerbatim(qualified.Right),
        SimpleNameSyntax simple => simple.Identifier.Text != simple.Identifier.ValueText,
        _ => true,
    };

    private static WrittenArgument Of(AttributeArgumentSyntax argument) => new(
        argument.NameColon?.Name.Identifier.ValueText,
        argument.NameEquals?.Name.Identifier.ValueText,
        WrittenValue.Of(argument.Expression));
}

/// <param name="Parameter">The parameter that it is said to be for.</param>
/// <param name="Property">The property that it sets.</param>
internal readonly record struct WrittenArgument(string? Parameter, string? Property, WrittenValue Value);
