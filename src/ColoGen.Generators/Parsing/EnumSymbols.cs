using ColoGen.Core.Infrastructure;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>The members of an enum.</summary>
internal sealed class EnumSymbols
{
    private readonly Dictionary<object, string> _names = [];

    public EnumSymbols(ITypeSymbol type)
    {
        var names = new List<string>();
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IFieldSymbol field) continue;
            names.Add(field.Name);
            if (field is { HasConstantValue: true, ConstantValue: { } value } && !_names.ContainsKey(value)) _names.Add(value, field.Name);
        }

        Names = names.ToEquatableArray();
    }

    /// <summary>In the order of their declaration.</summary>
    public EquatableArray<string> Names { get; }

    /// <summary>The first member with a value; empty where none has it.</summary>
    public string NameOf(object? value) => value is not null && _names.TryGetValue(value, out string? name) ? name : "";
}
