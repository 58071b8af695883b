using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using ColoGen.Generators.Emission;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>Reads from what is written how the type of a topology or pair can be opened once more, and gives what <see cref="TypeReader"/> gives; null where it can't be opened.</summary>
internal static class SyntaxTypeReader
{
    /// <param name="generated">The names that the generated part has.</param>
    public static TypeDeclaration? Read(DeclaredRecord record, HashSet<string> generated)
    {
        if (!record.IsPartial || generated.Contains(record.Name)) return null;
        foreach (SourceType part in record.Parts)
        {
            if (part.Declaration!.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= TypeDeclarationParser.LanguageFloor }) return null;
            if (part.Written!.Names.Any(generated.Contains)) return null;
        }

        string name = CSharpIdentifier.Of(record.Name);
        return new TypeDeclaration(
            record.Namespace.Length == 0 ? "" : string.Join(".", record.Namespace.Split('.').Select(CSharpIdentifier.Of)),
            default,
            record.IsStruct ? $"partial record struct {name}" : $"partial record {name}",
            name,
            record.Namespace.Length == 0 ? record.Name : $"{record.Namespace}.{record.Name}",
            HidesInherited: false,
            CanBeExtended: true);
    }
}
