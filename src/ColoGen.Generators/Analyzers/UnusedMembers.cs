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

    /// <summary>The attributes of the disks of a topology, whose settings members can't give without an attribute of their own.</summary>
    private readonly KnownAttribute[] _disks;

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
        _disks = [.. record.Members.SelectMany(static read => read.Attributes).Where(static attribute => attribute.Type.Is(nameof(DiskAttribute)))];
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

    /// <summary>
    /// The error of a member that may be meant to be a setting; null where it is none. Where the setting is given elsewhere, only a value that nothing uses may
    /// be meant to be it.
    /// </summary>
    private DeclarationError? SimilarTo(ISymbol member, ITypeSymbol type, string path)
    {
        List<(KnownAttribute Attribute, string Setting)> missing = [], given = [];
        foreach (KnownAttribute attribute in _attributes.Concat(_disks))
        {
            foreach (IPropertySymbol setting in attribute.Type.Settings)
            {
                if (IsMeant(member, type, attribute, setting)) (IsGiven(attribute, setting.Name) ? given : missing).Add((attribute, setting.Name));
            }
        }

        return missing.Count > 0 ? ErrorOf(DeclarationErrorKind.SimilarMember, missing)
            : given.Count > 0 && HoldsValue(member) && !IsUsed(member) ? ErrorOf(DeclarationErrorKind.SimilarToGiven, given)
            : null;

        DeclarationError ErrorOf(DeclarationErrorKind kind, List<(KnownAttribute Attribute, string Setting)> meant)
        {
            string attribute = meant[0].Attribute.Type.Kind;
            string? setting = ClosestName.Of(member.Name, meant.Where(found => found.Attribute.Type.Kind == attribute).Select(static found => found.Setting));
            return new DeclarationError(kind, path, $"{attribute}.{setting} {member.Name}");
        }
    }

    private bool IsMeant(ISymbol member, ITypeSymbol type, KnownAttribute attribute, IPropertySymbol setting)
    {
        bool isWord = setting.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)
            || SettingSynonyms.Of(attribute.Type.Kind, setting.Name).Contains(member.Name, StringComparer.OrdinalIgnoreCase);
        return (isWord && !_disks.Contains(attribute))
            || ((isWord || ClosestName.IsSimilar(member.Name, setting.Name)) && ValueParser.CanGive(type, setting.Type));
    }

    private bool IsGiven(KnownAttribute attribute, string setting) => _disks.Contains(attribute)
        ? _disks.Any(disk => HasArgument(disk, setting)) || _record.Members.Any(read => read.Attributes.Any(other => other.Type.Kind == setting))
        : _record.Find(setting) is not null || HasArgument(attribute, setting);

    private bool HasArgument(KnownAttribute attribute, string setting) =>
        ValueParser.Arguments(_symbols, attribute.Data).Exists(argument => argument.Name == setting);

    /// <summary>Whether a member is of the record's values, and no computed or static one.</summary>
    private static bool HoldsValue(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsConst || !field.IsStatic,
        _ => !member.IsStatic && RecordSymbols.IsStored(member),
    };

    /// <summary>
    /// Whether the code of the record, or of the base type that declares a member, names it. To pass a value to the base type is not to use it.
    /// </summary>
    private bool IsUsed(ISymbol member) => _record.Type.DeclaringSyntaxReferences
        .Concat(member.ContainingType.DeclaringSyntaxReferences)
        .Where(static reference => GeneratedTrees.RootOf(reference.SyntaxTree) is null)
        .SelectMany(reference => reference.GetSyntax(_cancellation).DescendantNodes())
        .Any(node =>
            node is IdentifierNameSyntax { Identifier.ValueText: var text, Parent: not (NameEqualsSyntax or NameColonSyntax) } name
            && text == member.Name
            && !IsPassedToBase(name, member)
            && !IsOfType(name));

    private bool IsPassedToBase(IdentifierNameSyntax name, ISymbol member) =>
        !SymbolEqualityComparer.Default.Equals(member.ContainingType, _record.Type)
        && name.Parent is ArgumentSyntax { Parent.Parent: PrimaryConstructorBaseTypeSyntax };

    /// <summary>Whether a name is that of a type, an attribute or a namespace.</summary>
    private bool IsOfType(IdentifierNameSyntax name) => name.Parent is AttributeSyntax
        || _symbols.Compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, _cancellation).Symbol is INamespaceOrTypeSymbol;
}
