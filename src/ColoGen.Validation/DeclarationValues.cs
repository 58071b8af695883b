using System.ComponentModel;
using System.Globalization;
using ColoGen.Core.Model;

namespace ColoGen.Validation;

/// <summary>The values of a declaration's properties, in the order of the declaration. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeclarationValues
{
    private readonly List<object?> _values = [];

    internal IReadOnlyList<object?> Values => _values;

    /// <summary>Adds the value of a property, whether an optional layer is present, or the number of items of a list.</summary>
    /// <param name="value">A text, a number, a Boolean, a member of an enum, or null.</param>
    public void Add(object? value) => _values.Add(value switch
    {
        Utf8 { Encoded: null } => null,
        Utf8 text => text.ToString(),
        Enum member => new EnumConstant(Enum.IsDefined(member.GetType(), member) ? member.ToString() : ""),
        string or bool or null => value,
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    });
}
