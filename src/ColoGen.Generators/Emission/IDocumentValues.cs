using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>How the statements of a document get at values and layers when they write.</summary>
internal interface IDocumentValues
{
    /// <summary>Emits the statements that read every value before anything is written.</summary>
    void Read(TemplateSegment[] segments);

    /// <summary>The value of a placeholder.</summary>
    string Value(Placeholder placeholder);

    /// <summary>The condition that the value of a placeholder is there.</summary>
    /// <param name="found">The value when the condition holds.</param>
    string IsGiven(Placeholder placeholder, out string found);

    /// <summary>The condition that the layer of an optional edge is there.</summary>
    string IsPresent(Edge edge);

    /// <summary>The condition that the layer of an optional edge is not there.</summary>
    string IsAbsent(Edge edge);
}
