using System.Runtime.CompilerServices;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Reads attribute arguments and properties into values.</summary>
internal static class ValueParser
{
    /// <summary>Asked for at every layer; what is known of an attribute goes with its compilation.</summary>
    private static readonly ConditionalWeakTable<INamedTypeSymbol, IReadOnlyList<IPropertySymbol>> s_settings = new();

    /// <summary>Every argument of an attribute, by the name of the attribute's property. What does not compile is left out.</summary>
    public static IEnumerable<Setting> Arguments(AttributeData attribute)
    {
        for (int index = 0; index < attribute.ConstructorArguments.Length; index++)
        {
            string name = SettingOf(attribute.AttributeConstructor!.Parameters[index]);
            if (Constant(attribute.ConstructorArguments[index]) is { } value) yield return new Setting(name, value);
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (Constant(argument.Value) is { } value) yield return new Setting(argument.Key, value);
        }
    }

    /// <summary>The setting that a parameter of an attribute's constructor gives.</summary>
    public static string SettingOf(IParameterSymbol parameter) => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    /// <summary>The members of an enum.</summary>
    public static EquatableArray<string> MembersOf(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Select(member => member.Name).ToEquatableArray();

    /// <summary>The settings that an attribute has, with their types.</summary>
    public static IReadOnlyList<IPropertySymbol> SettingsOf(INamedTypeSymbol attribute) => s_settings.GetValue(attribute, static attribute => [.. Settings(attribute)]);

    private static IEnumerable<IPropertySymbol> Settings(INamedTypeSymbol attribute)
    {
        for (INamedTypeSymbol? type = attribute; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && property.Name != "TypeId")
                {
                    yield return property;
                }
            }
        }
    }

    /// <summary>A property as a value of a setting, or null where its type can't give one.</summary>
    public static PropertyValue? RunTime(ITypeSymbol type, NullableAnnotation annotation, ITypeSymbol wanted, Access access)
    {
        bool isNullable = type.IsReferenceType && annotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            isNullable = true;
            type = nullable.TypeArguments[0];
        }

        if (KindOf(type) is not { } kind || !kind.CanGive(KindOf(wanted))) return null;
        if (kind != ValueKind.Enum) return new PropertyValue(access, kind, isNullable, "", default);
        if (!SymbolEqualityComparer.Default.Equals(type, wanted)) return null;
        return new PropertyValue(
            access,
            ValueKind.Enum,
            isNullable,
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            MembersOf(type));
    }

    /// <summary>A constant of the record as a value of a setting, or null where its type can't give one.</summary>
    public static DocumentValue? Constant(IFieldSymbol constant, ITypeSymbol wanted) =>
        KindOf(constant.Type) == KindOf(wanted) && (KindOf(wanted) != ValueKind.Enum || SymbolEqualityComparer.Default.Equals(constant.Type, wanted))
            ? Constant(constant.Type, constant.ConstantValue)
            : null;

    private static DocumentValue? Constant(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Enum or TypedConstantKind.Primitive, Type: { } type } ? Constant(type, constant.Value) : null;

    /// <summary>A constant as a value, or null where it is no setting's.</summary>
    public static DocumentValue? Constant(ITypeSymbol type, object? value) => value switch
    {
        _ when type.TypeKind == TypeKind.Enum => new EnumConstant(type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value))?.Name ?? ""),
        string text => new TextConstant(text),
        bool boolean => new BooleanConstant(boolean),
        int or short or byte or sbyte or ushort or uint or long => new NumberConstant(Convert.ToInt64(value)),
        _ => null,
    };

    /// <summary>What a type holds; null where it is no setting's.</summary>
    public static ValueKind? KindOf(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => ValueKind.Enum,
        { SpecialType: SpecialType.System_String } => ValueKind.Text,
        { Name: "Utf8", TypeKind: TypeKind.Struct, ContainingType: null } when KnownAttributes.IsColoGen(type) => ValueKind.Utf8,
        { SpecialType: SpecialType.System_Boolean } => ValueKind.Boolean,
        {
            SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16
                or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Byte or SpecialType.System_SByte
        } => ValueKind.Number,
        _ => null,
    };
}
