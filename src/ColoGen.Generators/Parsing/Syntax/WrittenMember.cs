using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>A property of a record that can be read, or a constant, as it is written.</summary>
internal sealed class WrittenMember(string name, WrittenType type, List<WrittenAttribute> attributes)
{
    public string Name { get; } = name;

    public WrittenType Type { get; } = type;

    public List<WrittenAttribute> Attributes { get; } = attributes;

    public bool IsConstant { get; init; }

    /// <summary>Whether the whole assembly can read it.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>What the constant is.</summary>
    public WrittenValue Value { get; init; }

    /// <summary>The constant as a literal of its own type; unclear where it is no literal.</summary>
    public WrittenValue Literal => Value.As(Type);
}
