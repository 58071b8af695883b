using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Reads a type with <c>[ColoPair]</c> into the model.</summary>
internal static class PairParser
{
    public static Pair Read(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var access = Access.Itself;
        var trees = new LayerTreeParser(compilation, type, cancellation);
        TypeDeclaration declaration = TypeDeclarationParser.Read(type, GeneratedMembers.OfPair(), trees.Errors, cancellation);
        IReadOnlyList<ISymbol> members = Members.Of(type);
        AttributeData attribute = type.GetAttributes().Find("ColoPairAttribute")!;
        EquatableArray<Setting> settings = trees.ReadSettings(attribute, members, access, trees.Errors).ToEquatableArray();
        Topology? primary = Host(nameof(Pair.Primary));
        Topology? secondary = Host(nameof(Pair.Secondary));
        return new Pair(declaration, settings, primary, secondary, trees.Errors.ToEquatableArray());

        Topology? Host(string name)
        {
            ISymbol? member = members.FirstOrDefault(member => member.Name == name);
            if (HostType(member) is { } host) return TopologyParser.Read(compilation, host, type, access.Member(name), cancellation);
            trees.Errors.Add(new DeclarationError(DeclarationErrorKind.NoHost, member is null ? "" : name, name));
            return null;
        }
    }

    /// <summary>The topology that a property holds for certain, or null.</summary>
    public static INamedTypeSymbol? HostType(ISymbol? member) =>
        member is IPropertySymbol { NullableAnnotation: not NullableAnnotation.Annotated, Type: INamedTypeSymbol type }
        && type.GetAttributes().Find("TopologyAttribute") is not null
            ? type
            : null;
}
