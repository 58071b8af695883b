using ColoGen.Core.Devices.Addresses;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>A class of an attribute that is ColoGen's or derives from one of ColoGen's.</summary>
internal sealed class AttributeType
{
    private const string Suffix = nameof(Attribute);

    private readonly INamedTypeSymbol _type;
    private readonly bool _isInColoGen;

    private AttributeType(INamedTypeSymbol type, bool isInColoGen, bool isLayer, INamedTypeSymbol? diskSetting)
    {
        _type = type;
        _isInColoGen = isInColoGen;
        IsLayer = isLayer;
        DiskSetting = diskSetting;
        Kind = type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - Suffix.Length) : type.Name;
        Settings = ReadSettings(type);
    }

    /// <summary>The name without its suffix: <c>FileSource</c>.</summary>
    public string Kind { get; }

    /// <summary>Whether it derives from the attribute of layers.</summary>
    public bool IsLayer { get; }

    /// <summary>The base class of attributes that name a disk and give it a setting, where it derives from that.</summary>
    public INamedTypeSymbol? DiskSetting { get; }

    /// <summary>Whether it says something about the disk that another attribute of the same property attaches.</summary>
    public bool NeedsDisk => Is(nameof(NbdExportAttribute)) || Is(nameof(BackingReferenceAttribute)) || IsAddress;

    /// <summary>Whether it is the place of the disk that another attribute of the same property attaches.</summary>
    public bool IsAddress => _isInColoGen && DeviceAddresses.IsAttribute(Kind);

    /// <summary>The public properties, those of base classes last.</summary>
    public IReadOnlyList<IPropertySymbol> Settings { get; }

    /// <summary>The attribute of a class; null where neither the class nor one of its base classes is ColoGen's.</summary>
    public static AttributeType? Of(INamedTypeSymbol type)
    {
        bool isInColoGen = KnownAttributes.IsInColoGen(type);
        bool isKnown = isInColoGen;
        bool isLayer = false;
        INamedTypeSymbol? diskSetting = null;
        for (INamedTypeSymbol? baseType = type.BaseType; baseType is not null; baseType = baseType.BaseType)
        {
            if (!KnownAttributes.IsInColoGen(baseType)) continue;
            isKnown = true;
            isLayer |= baseType.Name == nameof(LayerAttribute);
            if (baseType.Name == nameof(DiskSettingAttribute)) diskSetting = baseType;
        }

        return isKnown ? new AttributeType(type, isInColoGen, isLayer, diskSetting) : null;
    }

    /// <summary>Whether it is the class of this name of the runtime library.</summary>
    public bool Is(string name) => _isInColoGen && _type.Name == name;

    /// <summary>The setting that a parameter of a constructor gives.</summary>
    public static string SettingOf(IParameterSymbol parameter) => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    public bool HasSetting(string name)
    {
        foreach (IPropertySymbol setting in Settings)
        {
            if (setting.Name == name) return true;
        }

        return false;
    }

    private static List<IPropertySymbol> ReadSettings(INamedTypeSymbol attribute)
    {
        var settings = new List<IPropertySymbol>();
        for (INamedTypeSymbol? type = attribute; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Name: not nameof(Attribute.TypeId) } property)
                {
                    settings.Add(property);
                }
            }
        }

        return settings;
    }
}
