using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>A record, or a part of one, as it is written.</summary>
internal sealed class WrittenRecord
{
    /// <summary>A type that is no record, or has what only the compiler understands.</summary>
    public static readonly WrittenRecord Unclear = new();

    private WrittenRecord()
    {
    }

    public List<WrittenAttribute> Attributes { get; private set; } = [];

    /// <summary>The types behind its colon.</summary>
    public List<WrittenName> Bases { get; } = [];

    /// <summary>Its positional parameters, and behind them the properties that can be read and the constants, in their order.</summary>
    public List<WrittenMember> Members { get; } = [];

    /// <summary>How many of its members are positional; null where it has no list of them.</summary>
    public int? Positional { get; private set; }

    /// <summary>The names of the types inside it.</summary>
    public List<string> Types { get; } = [];

    /// <summary>The names of all its members.</summary>
    public List<string> Names { get; } = [];

    public static WrittenRecord Of(SourceType type)
    {
        if (type.Declaration is not RecordDeclarationSyntax { ContainsDiagnostics: false, TypeParameterList: null } declaration || !declaration.Modifiers.All(IsPlain)) return Unclear;
        var record = new WrittenRecord();
        return record.Read(declaration) ? record : Unclear;
    }

    private bool Read(RecordDeclarationSyntax declaration)
    {
        if (!AddBases(declaration.BaseList)) return false;
        Attributes = WrittenAttribute.Of(declaration.AttributeLists, "type");

        // What is no property comes first: a method may have the name of another one, but a property may not.
        foreach (MemberDeclarationSyntax member in declaration.Members)
        {
            if (IsRead(member)) continue;
            Names.AddRange(MemberNames.Of(member));
            if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) Types.AddRange(MemberNames.Of(member));
        }

        if (declaration.ParameterList is { Parameters: var parameters })
        {
            Positional = parameters.Count;
            foreach (ParameterSyntax parameter in parameters)
            {
                List<WrittenAttribute> attributes = WrittenAttribute.OfPositional(parameter.AttributeLists);
                if (parameter.Modifiers.Count > 0 || !Add(new WrittenMember(parameter.Identifier.ValueText, WrittenType.Of(parameter.Type), attributes))) return false;
            }
        }

        foreach (MemberDeclarationSyntax member in declaration.Members)
        {
            if (IsRead(member) && !(member is PropertyDeclarationSyntax property ? Add(property) : Add((FieldDeclarationSyntax)member))) return false;
        }

        return true;
    }

    /// <summary>Whether a member is a property that can be read, or a constant.</summary>
    private static bool IsRead(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property =>
            !property.Modifiers.Any(SyntaxKind.StaticKeyword) && (property.ExpressionBody is not null || Getter(property) is not null),
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    private bool AddBases(BaseListSyntax? bases)
    {
        if (bases is null) return true;
        foreach (BaseTypeSyntax type in bases.Types)
        {
            if (type is not SimpleBaseTypeSyntax || WrittenName.Of(type.Type) is not { IsUnclear: false } name) return false;
            Bases.Add(name);
        }

        return true;
    }

    private bool Add(PropertyDeclarationSyntax property) =>
        !property.Modifiers.Any(SyntaxKind.PartialKeyword)
            && Add(new WrittenMember(property.Identifier.ValueText, WrittenType.Of(property.Type), WrittenAttribute.Of(property.AttributeLists, "property"))
            {
                IsVisible = IsVisible(property.Modifiers) && Getter(property)?.Modifiers.Count is not > 0,
            });

    private bool Add(FieldDeclarationSyntax field)
    {
        List<WrittenAttribute> attributes = WrittenAttribute.Of(field.AttributeLists, "field");
        foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
        {
            if (!Add(new WrittenMember(variable.Identifier.ValueText, WrittenType.Of(field.Declaration.Type), attributes)
            {
                IsConstant = true,
                IsVisible = IsVisible(field.Modifiers),
                Value = WrittenValue.Of(variable.Initializer?.Value),
            }))
            {
                return false;
            }
        }

        return true;
    }

    private bool Add(WrittenMember member)
    {
        if (Names.Contains(member.Name) || IsOfEveryRecord(member.Name)) return false;
        Names.Add(member.Name);
        Members.Add(member);
        return true;
    }

    private static AccessorDeclarationSyntax? Getter(PropertyDeclarationSyntax property)
    {
        if (property.AccessorList is not { Accessors: var accessors }) return null;
        foreach (AccessorDeclarationSyntax accessor in accessors)
        {
            if (accessor.RawKind == (int)SyntaxKind.GetAccessorDeclaration) return accessor;
        }

        return null;
    }

    /// <summary>Whether the whole project can read a member.</summary>
    public static bool IsVisible(SyntaxTokenList modifiers) =>
        (modifiers.Any(SyntaxKind.PublicKeyword) || modifiers.Any(SyntaxKind.InternalKeyword)) && !modifiers.Any(SyntaxKind.PrivateKeyword);

    /// <summary>Whether a record may have a modifier, and can still be named everywhere in its project.</summary>
    private static bool IsPlain(SyntaxToken modifier) => (SyntaxKind)modifier.RawKind
        is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.SealedKeyword or SyntaxKind.AbstractKeyword
        or SyntaxKind.PartialKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.UnsafeKeyword;

    /// <summary>The compiler declares these members, or inherits them from <see cref="object"/>.</summary>
    private static bool IsOfEveryRecord(string name) => name
        is nameof(Equals) or nameof(GetHashCode) or nameof(GetType) or nameof(ToString) or nameof(MemberwiseClone) or nameof(ReferenceEquals)
        or "Finalize" or "EqualityContract" or "PrintMembers" or "Clone" or "Deconstruct";
}
