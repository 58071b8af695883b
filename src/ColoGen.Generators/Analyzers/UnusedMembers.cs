using System.Globalization;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Analyzers;

/// <summary>Finds members of a layer, topology or pair that are in no document, though they look as if they were.</summary>
internal sealed class UnusedMembers
{
    private readonly CompilationSymbols _symbols;
    private readonly RecordSymbols _record;

    private readonly MemberUses _uses;

    /// <summary>The attributes whose settings members can give.</summary>
    private readonly KnownAttribute[] _attributes;

    /// <summary>The attributes whose settings only constants, or members with an attribute of their own, can give.</summary>
    private readonly KnownAttribute[] _ofConstants;

    private UnusedMembers(CompilationSymbols symbols, RecordSymbols record, CancellationToken cancellation)
    {
        _symbols = symbols;
        _record = record;
        _uses = new MemberUses(symbols, record.Type, cancellation);
        _attributes =
        [
            .. record.Attributes.Where(static attribute =>
                attribute.Type.IsLayer || attribute.Type.Is(nameof(DomainAttribute)) || attribute.Type.Is(nameof(ColoPairAttribute))),
        ];
        _ofConstants =
        [
            .. record.Members.SelectMany(static read => read.Attributes).Concat(record.Attributes).Where(static attribute =>
                attribute.Type.Is(nameof(DiskAttribute)) || attribute.Type.Is(nameof(HostDiskAttribute)) || attribute.Type.NeedsDisk),
        ];
    }

    public static IEnumerable<DeclarationError> Of(CompilationSymbols symbols, RecordSymbols record, CancellationToken cancellation)
    {
        var members = new UnusedMembers(symbols, record, cancellation);
        return members.Find().Concat(members.FindInherited());
    }

    private IEnumerable<DeclarationError> Find()
    {
        int number = 0;
        foreach (ISymbol member in _record.Type.GetMembers())
        {
            string place = "#" + (number++).ToString(CultureInfo.InvariantCulture);
            if (TypeOf(member) is not { } type || !IsCandidate(member) || LayerHolders.MayHold(_symbols, type)) continue;
            MemberSymbol? read = _record.Find(member);
            if (read is not null && _record.MayRead(read, _attributes)) continue;
            string path = read?.Name ?? place;
            if (SimilarTo(member, type, path) is { } error)
            {
                yield return error;
            }
            else if (read is not null && HoldsValue(member) && !_uses.IsRead(member))
            {
                yield return new DeclarationError(DeclarationErrorKind.UnusedMember, path, member.Name);
            }
        }
    }

    /// <summary>The properties of base types that have no declaration of their own here. Nobody else judges them.</summary>
    private IEnumerable<DeclarationError> FindInherited()
    {
        foreach (MemberSymbol read in _record.Members)
        {
            ISymbol member = read.Symbol;
            if (SymbolEqualityComparer.Default.Equals(member.ContainingType, _record.Type) || _symbols.AttributesOf(member.ContainingType).Count > 0) continue;
            if (TypeOf(member) is not { } type || !IsCandidate(member) || _record.MayRead(read, _attributes) || LayerHolders.MayHold(_symbols, type)) continue;
            if (SimilarTo(member, type, read.Name) is { } error) yield return error;
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false } property => property.Type,
        IFieldSymbol { AssociatedSymbol: null } field => field.Type,
        _ => null,
    };

    /// <summary>
    /// Whether a member may be meant for the documents: somebody wrote it in the project, others see it, and it is there for nothing else that can be seen.
    /// </summary>
    private bool IsCandidate(ISymbol member) =>
        member.CanBeReferencedByName
        && !OverridesJudged(member)
        && !IsOpen(TypeOf(member)!)
        && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && (!member.IsImplicitlyDeclared || _record.Find(member) is not null)
        && IsInDocuments(member)
        && !_symbols.IsAdded(member)
        && !ImplementsInterface(member);

    /// <summary>Whether type arguments of the record say what a member is.</summary>
    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };

    /// <summary>Whether a member overrides one that is judged where it is declared.</summary>
    private bool OverridesJudged(ISymbol member) =>
        member is IPropertySymbol { OverriddenProperty.ContainingType: var type } && _symbols.AttributesOf(type).Count > 0;

    private bool IsInDocuments(ISymbol member) =>
        RecordSymbols.IsInDocuments(_symbols, member)
        && _record.Type.InstanceConstructors.All(constructor => constructor.Parameters.All(parameter =>
            parameter.Name != member.Name || RecordSymbols.IsInDocuments(_symbols, parameter)));

    private bool ImplementsInterface(ISymbol member) => _record.Type.AllInterfaces.Any(type => type.GetMembers(member.Name).Any(declared =>
        SymbolEqualityComparer.Default.Equals(_record.Type.FindImplementationForInterfaceMember(declared), member)));

    /// <summary>
    /// The error of a member that may be meant to be a setting; null where it is none. Where the setting is given elsewhere, only a value that nothing reads
    /// may be meant to be it.
    /// </summary>
    private DeclarationError? SimilarTo(ISymbol member, ITypeSymbol type, string path)
    {
        List<(KnownAttribute Attribute, IPropertySymbol Setting)> missing = [], given = [];
        foreach (KnownAttribute attribute in _attributes.Concat(_ofConstants))
        {
            foreach (IPropertySymbol setting in attribute.Type.Settings)
            {
                if (IsMeant(member, type, attribute, setting)) (IsGiven(attribute, setting.Name) ? given : missing).Add((attribute, setting));
            }
        }

        return missing.Count > 0 ? ErrorOf(missing, SimilarState.Missing)
            : given.Count > 0 ? (IsUnreadValue(member) ? ErrorOf(given, SimilarState.Given) : null)
            : SettingOfDisk(member, type) is { } ofDisk && IsUnreadValue(member)
                ? Error(new SimilarSetting(AttributeName.Of<DiskAttribute>(), "", ofDisk, "", SimilarState.OfDisk))
            : null;

        DeclarationError Error(SimilarSetting similar) => new(DeclarationErrorKind.SimilarMember, path, member.Name) { Similar = similar };

        DeclarationError ErrorOf(List<(KnownAttribute Attribute, IPropertySymbol Setting)> meant, SimilarState state)
        {
            KnownAttribute attribute = meant[0].Attribute;
            string name = ClosestName.Of(member.Name, meant.Where(found => found.Attribute.Equals(attribute)).Select(static found => found.Setting.Name))!;
            IPropertySymbol setting = meant.First(found => found.Setting.Name == name).Setting;
            string wantedType = ValueParser.CanGive(type, setting.Type) ? "" : ValueParser.NameOf(setting.Type);
            return Error(new SimilarSetting(attribute.Type.Kind, DevOf(attribute), name, wantedType, state));
        }
    }

    /// <summary>The setting of disks whose name a member of a layer has; null where it has none.</summary>
    private string? SettingOfDisk(ISymbol member, ITypeSymbol type)
    {
        INamedTypeSymbol? layer = _record.Attributes.FirstOrDefault(static attribute => attribute.Type.IsLayer).Data?.AttributeClass;
        while (layer is not null && !KnownAttributes.IsInColoGen(layer)) layer = layer.BaseType;
        INamedTypeSymbol? disk = layer?.ContainingAssembly.GetTypeByMetadataName(typeof(DiskAttribute).FullName);
        return disk is null
            ? null
            : AttributeType.Of(disk)!.Settings.FirstOrDefault(setting =>
                setting.Name != nameof(DiskAttribute.Dev)
                && setting.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)
                && (ValueParser.IsSimple(type) || ValueParser.CanGive(type, setting.Type)))
                ?.Name;
    }

    private bool IsMeant(ISymbol member, ITypeSymbol type, KnownAttribute attribute, IPropertySymbol setting)
    {
        bool isOfConstants = IsOfConstants(attribute);
        if (isOfConstants && setting.Name is nameof(DiskAttribute.Dev) or nameof(NbdExportAttribute.Name)) return false;
        bool canGive = ValueParser.CanGive(type, setting.Type);
        bool isName = setting.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase);
        return (canGive && ClosestName.IsSimilar(member.Name, setting.Name))
            || (canGive && IsProbably(type, setting, member) && IsUnreadValue(member))
            || (isOfConstants
                ? isName && ValueParser.IsSimple(type) && !attribute.Type.IsAddress
                : isName || SettingSynonyms.Of(attribute.Type.Kind, setting.Name).Contains(member.Name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether the type or a part of the name tells that a member is a setting, whatever its name is: <c>RootCache</c>, <c>SerialOfRoot</c>.</summary>
    private static bool IsProbably(ITypeSymbol type, IPropertySymbol setting, ISymbol member) =>
        (ValueParser.IsEnum(type) && setting.Type.Name != nameof(OnOff))
        || (setting.Name is nameof(DiskAttribute.Serial) or nameof(DiskAttribute.BootOrder)
            && member.Name.IndexOf(setting.Name, StringComparison.OrdinalIgnoreCase) >= 0);

    private bool IsOfConstants(KnownAttribute attribute) => Array.IndexOf(_ofConstants, attribute) >= 0;

    private bool IsGiven(KnownAttribute attribute, string setting) =>
        HasArgument(attribute, setting)
        || (IsOfConstants(attribute)
            ? _record.Members.Any(read => read.Attributes.Any(other => other.Type.Kind == setting && DevOf(other) == DevOf(attribute)))
            : _record.Find(setting) is not null);

    private bool HasArgument(KnownAttribute attribute, string setting) =>
        ValueParser.Arguments(_symbols, attribute.Data).Exists(argument => argument.Name == setting);

    private string DevOf(KnownAttribute attribute) =>
        attribute.Type.IsLayer ? "" : ValueParser.Arguments(_symbols, attribute.Data).ToEquatableArray().GetText(nameof(DiskAttribute.Dev)) ?? "";

    /// <summary>
    /// Whether a member holds a value of its own for each object of the record, which the record does not read. A constant or static member is for other code.
    /// </summary>
    private bool IsUnreadValue(ISymbol member) => !member.IsStatic && (member is IFieldSymbol || HoldsValue(member)) && !_uses.IsRead(member);

    /// <summary>Whether a property is one that can be set, or that is computed once.</summary>
    private static bool HoldsValue(ISymbol member) => member is IPropertySymbol { SetMethod: not null } || RecordSymbols.IsStored(member);
}
