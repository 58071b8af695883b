using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Parses a type with <c>[ColoPair]</c>.</summary>
internal static class PairParser
{
    public static Pair Parse(CompilationSymbols symbols, INamedTypeSymbol type, CancellationToken cancellation)
    {
        RecordSymbols record = symbols.RecordOf(type);
        var trees = new LayerTreeParser(symbols, type, cancellation);
        TypeDeclaration declaration = TypeDeclarationParser.Parse(type, GeneratedMembers.OfPair(), trees.Errors, cancellation);
        if (record.Attributes.Has(nameof(TopologyAttribute)))
        {
            trees.Errors.Add(new DeclarationError(DeclarationErrorKind.SeveralKinds, "", "Topology, ColoPair"));
            declaration = declaration with { CanBeExtended = false };
        }

        KnownAttribute attribute = record.Attributes.Find(nameof(ColoPairAttribute))!.Value;
        EquatableArray<Setting> settings = trees.ParseSettings(attribute, record, Access.Itself, trees.Errors).ToEquatableArray();
        Topology? primary = ParseHost(nameof(Pair.Primary));
        Topology? secondary = ParseHost(nameof(Pair.Secondary));
        return new Pair(declaration, settings, primary, secondary, trees.Errors.ToEquatableArray())
        {
            ReadsObsolete = trees.ReadsObsolete || primary is { ReadsObsolete: true } || secondary is { ReadsObsolete: true },
        };

        Topology? ParseHost(string name)
        {
            MemberSymbol? member = record.Find(name);
            if (HostType(symbols, member) is { } host)
            {
                Topology topology = TopologyParser.ParseHost(symbols, host, type, Access.Itself.Member(name), cancellation);
                trees.NoteRead(member!.Symbol);
                trees.Errors.AddRange(InaccessibleOnly(topology, name, () => TopologyParser.Parse(symbols, host, cancellation)));
                return topology;
            }

            trees.Errors.Add(new DeclarationError(DeclarationErrorKind.NoHost, member is null ? "" : name, name));
            return null;
        }
    }

    /// <summary>What a host of the project can read and the pair can't. All else that is wrong with a host is reported in its own declaration.</summary>
    private static IEnumerable<DeclarationError> InaccessibleOnly(Topology host, string name, Func<Topology> own)
    {
        DeclarationError[] errors = [.. host.Errors.Where(static error => error.Kind == DeclarationErrorKind.Inaccessible)];
        if (errors.Length == 0 || host.IsExternal) return [];
        EquatableArray<DeclarationError> ofOwn = own().Errors;
        return errors.Where(error => !ofOwn.Any(other => other.Kind == error.Kind && $"{name}.{other.Path}" == error.Path));
    }

    /// <summary>The topology of a property that is never null, or null.</summary>
    public static INamedTypeSymbol? HostType(CompilationSymbols symbols, MemberSymbol? member) =>
        member?.Symbol is IPropertySymbol { NullableAnnotation: not NullableAnnotation.Annotated, Type: INamedTypeSymbol type }
        && symbols.AttributesOf(type).Has(nameof(TopologyAttribute))
            ? type
            : null;
}
