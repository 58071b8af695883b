namespace ColoGen.Generators.Reading.Syntax;

/// <summary>A property or constant of a record, with its attributes of the runtime library.</summary>
internal sealed class DeclaredMember(Names names, DeclaredRecord owner, WrittenMember written, Scope scope, List<DeclaredAttribute> attributes)
{
    private readonly Lazy<PropertyType?> _type = new(() => PropertyType.Of(names, written.Type, scope, owner));

    public WrittenMember Written { get; } = written;

    public string Name => Written.Name;

    public Scope Scope { get; } = scope;

    public List<DeclaredAttribute> Attributes { get; } = attributes;

    /// <summary>Null where only the compiler knows.</summary>
    public PropertyType? Type => _type.Value;
}
