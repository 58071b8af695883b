using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>Reads constants from what is written, as <see cref="ValueReader"/> reads those that are bound.</summary>
internal static class ConstantReader
{
    /// <summary>What an expression gives to a parameter or property of an attribute; null where only the compiler knows.</summary>
    public static DocumentValue? Read(Names names, WrittenValue written, TypeSchema type, Context context)
    {
        if (type.Kind == ValueKind.Enum) return Member(names, written, type.Enum, context);
        if (written.Kind == WrittenValueKind.Name) written = names.Constant(written.Name, context);
        return written.Kind switch
        {
            WrittenValueKind.Text when type.Kind == ValueKind.Text => new TextConstant(written.Text),
            WrittenValueKind.Int when type.IsInt || type.IsLong => new NumberConstant(written.Number),
            WrittenValueKind.UInt or WrittenValueKind.Long when type.IsLong => new NumberConstant(written.Number),
            WrittenValueKind.Boolean when type.Kind == ValueKind.Boolean => new BooleanConstant(written.Number != 0),
            _ => null,
        };
    }

    /// <summary>What a constant of a record gives to a setting; null where only the compiler knows.</summary>
    public static DocumentValue? Read(Names names, DeclaredMember constant, TypeSchema wanted)
    {
        if (wanted.Kind == ValueKind.Enum) return constant.Type?.Enum?.Name == wanted.Enum ? Member(names, constant.Written.Value, wanted.Enum, constant.Context) : null;
        WrittenValue literal = constant.Written.Literal;
        return literal.Kind switch
        {
            WrittenValueKind.Text when wanted.Kind == ValueKind.Text => new TextConstant(literal.Text),
            WrittenValueKind.Int or WrittenValueKind.Long when wanted.Kind == ValueKind.Number => new NumberConstant(literal.Number),
            WrittenValueKind.Boolean when wanted.Kind == ValueKind.Boolean => new BooleanConstant(literal.Number != 0),
            _ => null,
        };
    }

    /// <summary>A member of an enum, said with the enum's name.</summary>
    private static EnumConstant? Member(Names names, WrittenValue written, string @enum, Context context)
    {
        if (written.Kind != WrittenValueKind.Name || written.Name.Enclosing is not { } name || context.Owner.Declares(name.First)) return null;
        return names.Enum(context.Scope, name) is { } found && found.Name == @enum ? found.Constant(written.Name.Last) : null;
    }
}
