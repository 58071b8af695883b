using System.Globalization;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Parses attribute arguments and properties as values of settings.</summary>
internal static class ValueParser
{
    /// <summary>Every argument of an attribute, by the name of the attribute's property. What does not compile is left out.</summary>
    public static List<Setting> Arguments(CompilationSymbols symbols, AttributeData attribute)
    {
        var settings = new List<Setting>();
        for (int index = 0; index < attribute.ConstructorArguments.Length; index++)
        {
            if (Constant(symbols, attribute.ConstructorArguments[index]) is { } value)
            {
                settings.Add(new Setting(AttributeType.SettingOf(attribute.AttributeConstructor!.Parameters[index]), value));
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (Constant(symbols, argument.Value) is { } value) settings.Add(new Setting(argument.Key, value));
        }

        return settings;
    }

    /// <summary>A property as a value of a setting; null where its type can't give one.</summary>
    /// <param name="setting">The type of the setting.</param>
    /// <param name="check">What is required of a text.</param>
    public static PropertyValue? RunTime(CompilationSymbols symbols, IPropertySymbol property, ITypeSymbol setting, Access access, TextCheck check)
    {
        ITypeSymbol type = property.Type;
        bool isNullable = type.IsReferenceType && property.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            isNullable = true;
            type = nullable.TypeArguments[0];
        }

        if (KindOf(type) is not { } kind || !kind.CanGive(KindOf(setting))) return null;
        if (kind != ValueKind.Enum) return new PropertyValue(access, kind, isNullable, "", default) { Check = check };
        if (!SymbolEqualityComparer.Default.Equals(type, setting)) return null;
        return new PropertyValue(access, kind, isNullable, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), symbols.EnumOf(type).Names);
    }

    /// <summary>A constant of the record as a value of a setting; null where its type can't give one.</summary>
    /// <param name="setting">The type of the setting.</param>
    public static DocumentValue? Constant(CompilationSymbols symbols, IFieldSymbol constant, ITypeSymbol setting) =>
        KindOf(constant.Type) == KindOf(setting) && (KindOf(setting) != ValueKind.Enum || SymbolEqualityComparer.Default.Equals(constant.Type, setting))
            ? Constant(symbols, constant.Type, constant.ConstantValue)
            : null;

    /// <param name="path">The path of the member that can't give the setting.</param>
    /// <param name="member">The member.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="isConstantOnly">Whether only a constant can give it.</param>
    /// <param name="isNeverNull">Whether null can't leave it out.</param>
    public static DeclarationError UnsupportedType(string path, ISymbol member, IPropertySymbol setting, bool isConstantOnly, bool isNeverNull)
    {
        string type = NameOf(setting.Type);
        ITypeSymbol? given = (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
        if (given is { TypeKind: TypeKind.Enum } && given.Name == setting.Type.Name) type = $"{nameof(ColoGen)}.{type}";
        string advice = member switch
        {
            IFieldSymbol { ConstantValue: null } => "it is null, so leave it out",
            IFieldSymbol => $"make it a constant of the type '{type}'",
            _ when isConstantOnly => $"make it a constant of the type '{type}', or give it in the attribute",
            _ when isNeverNull => $"make its type '{type}'",
            _ => $"make its type '{type}' or '{type}?'",
        };
        return new DeclarationError(DeclarationErrorKind.UnsupportedType, path, $"{setting.Name} {advice}");
    }

    /// <summary>Whether a property of a type, or of its nullable form, can give a setting.</summary>
    /// <param name="setting">The type of the setting.</param>
    public static bool CanGive(ITypeSymbol type, ITypeSymbol setting)
    {
        type = WithoutNullable(type);
        return KindOf(type) is { } kind && kind.CanGive(KindOf(setting)) && (kind != ValueKind.Enum || SymbolEqualityComparer.Default.Equals(type, setting));
    }

    /// <summary>Whether a type is one of texts, numbers or Booleans, which settings have, too.</summary>
    public static bool IsSimple(ITypeSymbol type) => KindOf(WithoutNullable(type)) is not (null or ValueKind.Enum);

    public static bool IsEnum(ITypeSymbol type) => KindOf(WithoutNullable(type)) == ValueKind.Enum;

    /// <summary>The name of a setting's type in a message.</summary>
    public static string NameOf(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var argument] } ? argument : type;

    private static DocumentValue? Constant(CompilationSymbols symbols, TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Enum or TypedConstantKind.Primitive, Type: { } type } ? Constant(symbols, type, constant.Value) : null;

    private static DocumentValue? Constant(CompilationSymbols symbols, ITypeSymbol type, object? value) => value switch
    {
        _ when type.TypeKind == TypeKind.Enum => new EnumConstant(symbols.EnumOf(type).NameOf(value)),
        string text => new TextConstant(text),
        bool boolean => new BooleanConstant(boolean),
        int or short or byte or sbyte or ushort or uint or long => new NumberConstant(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>The kind of the values of a type; null for a type of no setting.</summary>
    private static ValueKind? KindOf(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => ValueKind.Enum,
        { SpecialType: SpecialType.System_String } => ValueKind.Text,
        { Name: "Utf8", TypeKind: TypeKind.Struct } when KnownAttributes.IsInColoGen(type) => ValueKind.Utf8,
        { SpecialType: SpecialType.System_Boolean } => ValueKind.Boolean,
        {
            SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16
                or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Byte or SpecialType.System_SByte
        } => ValueKind.Number,
        _ => null,
    };
}
