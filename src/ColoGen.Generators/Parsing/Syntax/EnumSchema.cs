using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>An enum of the runtime library.</summary>
internal sealed class EnumSchema
{
    private readonly Dictionary<string, EnumConstant> _constants = [];

    public EnumSchema(INamedTypeSymbol type)
    {
        Name = type.Name;
        FullName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        Members = ValueParser.MembersOf(type);
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.HasConstantValue && ValueParser.Constant(type, field.ConstantValue) is EnumConstant constant) _constants.Add(field.Name, constant);
        }
    }

    public string Name { get; }

    /// <summary>As C# names it from anywhere.</summary>
    public string FullName { get; }

    public EquatableArray<string> Members { get; }

    /// <summary>A member as a constant, which may have another name for the same number; null where it has no such member.</summary>
    public EnumConstant? Constant(string member) => _constants.TryGetValue(member, out EnumConstant? constant) ? constant : null;
}
