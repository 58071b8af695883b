using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>Reads every value into a variable, once: for documents without lists.</summary>
internal sealed class StoredValues(SourceWriter source, AccessPathEmitter paths, SinkCallWriter calls) : IDocumentValues
{
    /// <summary>The variables by the numbers of the placeholders.</summary>
    private readonly Dictionary<int, string> _values = [];

    /// <summary>The variables for whether an optional layer is present, by its scope.</summary>
    private readonly Dictionary<int, string> _presences = [];

    public void Read(TemplateSegment[] segments)
    {
        foreach (TemplateSegment segment in segments)
        {
            switch (segment)
            {
                case Placeholder placeholder:
                    Declare(placeholder);
                    break;
                case WhenGiven condition:
                    DeclareNullable(condition.Placeholder);
                    break;
                case WhenPresent condition:
                    DeclarePresence(condition.Edge);
                    Read(condition.Present);
                    Read(condition.Absent);
                    break;
            }
        }
    }

    public string Value(Placeholder placeholder) => _values[placeholder.Number];

    public string IsGiven(Placeholder placeholder, out string found)
    {
        string value = Value(placeholder);
        found = placeholder.IsNumber ? paths.NewName("value") : value;
        return placeholder.IsNumber ? $"{value} is {{ }} {found}" : $"{value} is not null";
    }

    public string IsPresent(Edge edge) => _presences[edge.Scope];

    public string IsAbsent(Edge edge) => "!" + IsPresent(edge);

    /// <summary>A variable for a value. Without its optional layer the variable has a default that is not written.</summary>
    private void Declare(Placeholder placeholder)
    {
        Access access = placeholder.Value.Access;
        if (access.Scope == Access.Topology)
        {
            string expression = paths.Of(access);
            Declare(placeholder, SinkCallWriter.TypeOf(placeholder));
            calls.AddRead(placeholder, expression, AccessPathEmitter.IsInferred(access));
            source.End(";");
            return;
        }

        // The owner of the value is present whenever the layer is.
        string owner = paths.OfNullable(access.Containing);
        string found = paths.NewName("value");
        Declare(placeholder, SinkCallWriter.TypeOf(placeholder)).Add(owner).Add(" is { } ").Add(found).Add(" ? ");
        calls.AddRead(placeholder, $"{found}.{CSharpIdentifier.Of(access.Names[^1])}");
        source.End(placeholder.IsNumber ? " : 0;" : " : null;");
    }

    /// <summary>A variable for a value that may be null.</summary>
    private void DeclareNullable(Placeholder placeholder)
    {
        string nullable = paths.OfNullable(placeholder.Value.Access);
        Declare(placeholder, placeholder.IsNumber ? "long?" : SinkCallWriter.TypeOf(placeholder));
        calls.AddReadNullable(placeholder, nullable);
        source.End(";");
    }

    private SourceWriter Declare(Placeholder placeholder, string type)
    {
        string value = paths.NewName("value");
        _values.Add(placeholder.Number, value);
        return source.Indent().Add(type).Add(" ").Add(value).Add(" = ");
    }

    /// <summary>A variable for whether an optional layer is present, with those above it.</summary>
    private void DeclarePresence(Edge edge)
    {
        if (_presences.ContainsKey(edge.Scope)) return;
        string layer = paths.NameNullable(edge);
        string isPresent = paths.NewName("isPresent");
        source.Line("bool ", isPresent, " = ", layer, " is not null;");
        _presences.Add(edge.Scope, isPresent);
    }
}
