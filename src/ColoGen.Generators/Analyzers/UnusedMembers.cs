using System.Globalization;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Analyzers;

/// <summary>Finds members of a layer, topology or pair that are in no document, though they look as if they were.</summary>
internal sealed class UnusedMembers
{
    private readonly CompilationSymbols _symbols;
    private readonly RecordSymbols _record;
    private readonly CancellationToken _cancellation;

    /// <summary>The attributes whose settings members can give.</summary>
    private readonly KnownAttribute[] _attributes;

    private UnusedMembers(CompilationSymbols symbols, RecordSymbols record, CancellationToken cancellation)
    {
        _symbols = symbols;
        _record = record;
        _cancellation = cancellation;
        _attributes =
        [
            .. record.Attributes.Where(static attribute =>
                attribute.Type.IsLayer || attribute.Type.Is(nameof(DomainAttribute)) || attribute.Type.Is(nameof(ColoPairAttribute))),
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
            if ((SimilarTo(member, type) ?? SettingOfDisk(member, type)) is { } setting)
            {
                yield return new DeclarationError(DeclarationErrorKind.SimilarMember, path, $"{setting} {member.Name}");
            }
            else if (read is not null && RecordSymbols.IsStored(member) && !IsUsed(member))
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
            if (SimilarTo(member, type) is { } setting)
            {
                yield return new DeclarationError(DeclarationErrorKind.SimilarMember, read.Name, $"{setting} {member.Name}");
            }
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
        member is { CanBeReferencedByName: true, IsOverride: false }
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

    private bool IsInDocuments(ISymbol member) =>
        RecordSymbols.IsInDocuments(_symbols, member)
        && _record.Type.InstanceConstructors.All(constructor => constructor.Parameters.All(parameter =>
            parameter.Name != member.Name || RecordSymbols.IsInDocuments(_symbols, parameter)));

    private bool ImplementsInterface(ISymbol member) => _record.Type.AllInterfaces.Any(type => type.GetMembers(member.Name).Any(declared =>
        SymbolEqualityComparer.Default.Equals(_record.Type.FindImplementationForInterfaceMember(declared), member)));

    /// <summary>The setting that is not given and that a member may be meant to be, as <c>Attribute.Setting</c>.</summary>
    private string? SimilarTo(ISymbol member, ITypeSymbol type)
    {
        foreach (KnownAttribute attribute in _attributes)
        {
            string[] settings = [.. attribute.Type.Settings.Where(setting => IsMeant(member, type, attribute, setting)).Select(static setting => setting.Name)];
            if (settings.Length > 0) return $"{attribute.Type.Kind}.{ClosestName.Of(member.Name, settings)}";
        }

        return null;
    }

    /// <summary>The setting of a disk that no disk of a topology has, and that a member has the name of, as <c>Disk.Setting</c>.</summary>
    private string? SettingOfDisk(ISymbol member, ITypeSymbol type)
    {
        KnownAttribute[] disks =
            [.. _record.Members.SelectMany(static read => read.Attributes).Where(static attribute => attribute.Type.Is(nameof(DiskAttribute)))];
        IPropertySymbol? setting = disks.SelectMany(static disk => disk.Type.Settings).FirstOrDefault(setting =>
            setting.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase) && ValueParser.CanGive(type, setting.Type));
        return setting is null || disks.Any(disk => HasArgument(disk, setting.Name))
            ? null
            : $"{disks[0].Type.Kind}.{setting.Name}";
    }

    private bool IsMeant(ISymbol member, ITypeSymbol type, KnownAttribute attribute, IPropertySymbol setting) =>
        !IsGiven(attribute, setting.Name)
        && (setting.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)
            || SettingSynonyms.Of(attribute.Type.Kind, setting.Name).Contains(member.Name, StringComparer.OrdinalIgnoreCase)
            || (ClosestName.IsSimilar(member.Name, setting.Name) && ValueParser.CanGive(type, setting.Type)));

    private bool IsGiven(KnownAttribute attribute, string setting) =>
        _record.Find(setting) is not null || HasArgument(attribute, setting);

    private bool HasArgument(KnownAttribute attribute, string setting) =>
        ValueParser.Arguments(_symbols, attribute.Data).Exists(argument => argument.Name == setting);

    /// <summary>Whether the code of the type names a property.</summary>
    private bool IsUsed(ISymbol property) => _record.Type.DeclaringSyntaxReferences.Any(reference => reference
        .GetSyntax(_cancellation)
        .DescendantNodes()
        .Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var name, Parent: not (NameEqualsSyntax or NameColonSyntax) }
            && name == property.Name));
}
