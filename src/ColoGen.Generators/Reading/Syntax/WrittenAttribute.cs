using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Reading.Syntax;

/// <summary>An attribute as it is written.</summary>
internal sealed class WrittenAttribute(WrittenName name, WrittenArgument[] arguments)
{
    private static readonly WrittenArgument[] s_none = [];

    public WrittenName Name { get; } = name;

    public WrittenArgument[] Arguments { get; } = arguments;

    /// <summary>The attributes that stand before a declaration; null where one of them is for a part of it, such as its field.</summary>
    public static List<WrittenAttribute>? Of(SyntaxList<AttributeListSyntax> lists)
    {
        List<WrittenAttribute> attributes = [];
        foreach (AttributeListSyntax list in lists)
        {
            if (list.Target is not null) return null;
            foreach (AttributeSyntax attribute in list.Attributes) attributes.Add(Of(attribute));
        }

        return attributes;
    }

    private static WrittenAttribute Of(AttributeSyntax attribute)
    {
        WrittenName name = IsVerbatim(attribute.Name) ? default : WrittenName.Of(attribute.Name);
        if (attribute.ArgumentList is not { Arguments: var list }) return new WrittenAttribute(name, s_none);
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
