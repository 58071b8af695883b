using ColoGen.Core.Analysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>A property or constant of a record, with its attributes of the runtime library.</summary>
internal sealed class DeclaredMember(Names names, WrittenMember written, Context context, List<DeclaredAttribute> attributes)
{
    private PropertyType? _type;

    public WrittenMember Written { get; } = written;

    public string Name => Written.Name;

    public Context Context { get; } = context;

    public List<DeclaredAttribute> Attributes { get; } = attributes;

    /// <summary>Null where only the compiler knows.</summary>
    public PropertyType? Type => (_type ??= PropertyType.Of(names, Written.Type, Context) ?? PropertyType.Unclear) == PropertyType.Unclear ? null : _type;
}
