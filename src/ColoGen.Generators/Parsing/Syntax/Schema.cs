using System.Runtime.CompilerServices;
using ColoGen.Core.Analysis;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>The attributes and enums of the runtime library that a project references, without its symbols.</summary>
internal sealed class Schema
{
    /// <summary>The namespace of the runtime library.</summary>
    public const string Namespace = "ColoGen";

    private static readonly ConditionalWeakTable<IAssemblySymbol, Schema> s_schemas = new();

    private Schema(INamespaceSymbol @namespace)
    {
        foreach (INamedTypeSymbol type in @namespace.GetTypeMembers())
        {
            if (type is not { DeclaredAccessibility: Accessibility.Public, Arity: 0 }) continue;
            Types.Add(type.Name);
            if (type.TypeKind == TypeKind.Enum) Enums.Add(type.Name, new EnumSchema(type));
            else if (type.TypeKind == TypeKind.Interface) Interfaces.Add(type.Name);
            else if (KnownAttributes.IsAttribute(type) && !type.IsAbstract) Attributes.Add(type.Name, new AttributeSchema(type));
        }
    }

    /// <summary>By the names of the classes.</summary>
    public Dictionary<string, AttributeSchema> Attributes { get; } = [];

    public Dictionary<string, EnumSchema> Enums { get; } = [];

    public HashSet<string> Interfaces { get; } = [];

    /// <summary>Every type that a project can name.</summary>
    public HashSet<string> Types { get; } = [];

    /// <summary>The schema of the assembly that has a type of the runtime library.</summary>
    public static Schema Of(INamedTypeSymbol type) => s_schemas.GetValue(type.ContainingAssembly, _ => new Schema(type.ContainingNamespace));
}
