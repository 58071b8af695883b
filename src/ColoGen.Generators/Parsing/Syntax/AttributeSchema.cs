using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>What can be given to an attribute.</summary>
internal sealed class AttributeSchema(INamedTypeSymbol type)
{
    /// <summary>As <see cref="KnownAttributes.Kind(INamedTypeSymbol)"/>.</summary>
    public string Kind { get; } = KnownAttributes.Kind(type);

    public bool IsLayer { get; } = KnownAttributes.IsDerivedFrom(type, "LayerAttribute");

    public bool IsDiskSetting { get; } = KnownAttributes.IsDerivedFrom(type, "DiskSettingAttribute");

    /// <summary>The parameters of each constructor.</summary>
    public ParameterSchema[][] Constructors { get; } =
        [.. type.InstanceConstructors.Where(IsPublic).Select(constructor => constructor.Parameters.Select(parameter => new ParameterSchema(parameter)).ToArray())];

    /// <summary>In the order of <see cref="ValueReader.SettingsOf"/>.</summary>
    public SettingSchema[] Settings { get; } = [.. ValueParser.SettingsOf(type).Select(setting => new SettingSchema(setting))];

    /// <summary>The setting of a name, or null.</summary>
    public SettingSchema? Setting(string name)
    {
        foreach (SettingSchema setting in Settings)
        {
            if (setting.Name == name) return setting;
        }

        return null;
    }

    private static bool IsPublic(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public;
}

/// <summary>A parameter of an attribute's constructor.</summary>
internal sealed class ParameterSchema(IParameterSymbol parameter)
{
    public string Name { get; } = parameter.Name;

    /// <summary>The setting that it gives.</summary>
    public string Setting { get; } = ValueParser.SettingOf(parameter);

    public TypeSchema Type { get; } = new(parameter.Type);

    public bool IsOptional { get; } = parameter.HasExplicitDefaultValue;

    /// <summary>What an optional one is where it is not given; null for nothing.</summary>
    public DocumentValue? Default { get; } = parameter.HasExplicitDefaultValue ? ValueParser.Constant(parameter.Type, parameter.ExplicitDefaultValue) : null;
}

/// <summary>A property of an attribute.</summary>
internal sealed class SettingSchema(IPropertySymbol property)
{
    public string Name { get; } = property.Name;

    public TypeSchema Type { get; } = new(property.Type);

    /// <summary>Whether an argument can set it.</summary>
    public bool CanBeSet { get; } = property.SetMethod is { DeclaredAccessibility: Accessibility.Public };
}

/// <summary>The type of a parameter or property of an attribute.</summary>
internal sealed class TypeSchema(ITypeSymbol type)
{
    /// <summary>Null for what no setting has.</summary>
    public ValueKind? Kind { get; } = ValueParser.KindOf(type);

    /// <summary>The enum's name.</summary>
    public string Enum { get; } = type.TypeKind == TypeKind.Enum ? type.Name : "";

    /// <summary>Whether every <see cref="long"/> has a place in it, or only every <see cref="int"/>; other numbers are left to the compiler.</summary>
    public bool IsLong { get; } = type.SpecialType == SpecialType.System_Int64;

    public bool IsInt { get; } = type.SpecialType == SpecialType.System_Int32;
}
