namespace ColoGen.Generators.Reading.Syntax;

/// <summary>A property or constant of a record, with its attributes of the runtime library.</summary>
internal sealed class DeclaredMember(Names names, WrittenMember written, Context context, List<DeclaredAttribute> attributes)
{
    private readonly Lazy<PropertyType?> _type = new(() => PropertyType.Of(names, written.Type, context));

    public WrittenMember Written { get; } = written;

    public string Name => Written.Name;

    public Context Context { get; } = context;

    public List<DeclaredAttribute> Attributes { get; } = attributes;

    /// <summary>Null where only the compiler knows.</summary>
    public PropertyType? Type => _type.Value;
}
