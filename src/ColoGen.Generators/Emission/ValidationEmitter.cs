using ColoGen.Core.Declarations;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Generators.Emission;

/// <summary>The method that applies the rules to the values that a topology or pair has at run time.</summary>
internal sealed class ValidationEmitter
{
    private const string Diagnostics = "global::System.Collections.Immutable.ImmutableArray<global::ColoGen.TopologyDiagnostic>";

    private const string Header = $"public {Diagnostics} {GeneratedMembers.Validate}()";

    /// <summary>The method that reads obsolete members.</summary>
    private const string Body = "__Validate";

    private readonly SourceWriter _source;
    private readonly AccessPathEmitter _paths;

    private ValidationEmitter(SourceWriter source, AccessPathEmitter paths)
    {
        _source = source;
        _paths = paths;
    }

    public static void Emit(SourceWriter source, Topology topology) => Emit(
        source,
        topology.Type.Name,
        HasValues(topology),
        topology.ReadsObsolete,
        "ValidateTopology",
        () => DeclarationWriter.Write(topology),
        paths => LayerGuard.Emit(paths, source, topology),
        emitter => emitter.Add(topology));

    /// <param name="guard">Emits the statements that refuse layers which are null.</param>
    public static void Emit(SourceWriter source, Pair pair, Action<AccessPathEmitter> guard) => Emit(
        source,
        pair.Type.Name,
        HasValues(pair.Settings) || pair.Hosts.Any(HasValues),
        pair.ReadsObsolete,
        "ValidatePair",
        () => DeclarationWriter.Write(pair),
        paths =>
        {
            guard(paths);
            foreach (Topology host in pair.Hosts) LayerGuard.Emit(paths, source, host);
        },
        emitter =>
        {
            emitter.Add(pair.Settings);
            foreach (Topology host in pair.Hosts) emitter.Add(host);
        });

    /// <param name="exception">Throws the error of the declaration.</param>
    public static void EmitThrowing(SourceWriter source, string exception)
    {
        source.Line(Header, " => ", exception, ";");
        source.Line();
    }

    private static void Emit(
        SourceWriter source, string type, bool hasValues, bool readsObsolete, string method, Func<string> declaration, Action<AccessPathEmitter> guard,
        Action<ValidationEmitter> values)
    {
        if (!hasValues)
        {
            source.Line(Header, " => ", Diagnostics, ".Empty;");
            source.Line();
            return;
        }

        if (readsObsolete)
        {
            // Only what is obsolete itself may read a member whose use is an error.
            source.Line(Header, $" => {Body}();");
            source.Line(GeneratedFile.Obsolete);
            source.Open($"{Diagnostics} {Body}()");
        }
        else
        {
            source.Open(Header);
        }

        source.Line(type, " ", GeneratedIdentifiers.Topology, " = this;");
        AccessPathEmitter.EmitMethod(source, paths =>
        {
            guard(paths);
            source.Line(source.Use(GeneratedIdentifiers.Values), " values = new();");
            values(new ValidationEmitter(source, paths));
        });
        source.Line("return ", source.Use(GeneratedIdentifiers.Validator), $".{method}(", Utf8Literal.Quoted(declaration()), ", values);");
        source.Close();
        source.Line();
    }

    /// <remarks>A list has a value, which is its length, and so has an optional layer.</remarks>
    private static bool HasValues(Topology topology) =>
        HasValues(topology.Domain ?? default) || topology.Attachments.Any(static attachment => HasValues(attachment.Settings) || HasValues(attachment.Edge));

    private static bool HasValues(Edge edge) =>
        edge.Kind != EdgeKind.Required || HasValues(edge.Layer.Settings) || edge.Layer.Edges.Any(HasValues);

    private static bool HasValues(EquatableArray<Setting> settings) => settings.Any(static setting => setting.Value is PropertyValue);

    private void Add(Topology topology)
    {
        Add(topology.Domain ?? default);
        foreach (Attachment attachment in topology.Attachments)
        {
            Add(attachment.Settings);
            Add(attachment.Edge);
        }
    }

    private void Add(Edge edge)
    {
        switch (edge.Kind)
        {
            case EdgeKind.Required:
                Add(edge.Layer);
                break;
            case EdgeKind.Optional:
                _paths.Block($"if ({_paths.IsPresent(edge)})", () =>
                {
                    Add("true");
                    Add(edge.Layer);
                });
                _paths.Block("else", () => Add("false"));
                break;
            default:
                Add($"{_paths.Of(edge.Source)}.{edge.CountMember}");
                _paths.Loop(edge, _ => Add(edge.Layer));
                break;
        }
    }

    private void Add(Layer layer)
    {
        Add(layer.Settings);
        foreach (Edge edge in layer.Edges) Add(edge);
    }

    private void Add(EquatableArray<Setting> settings)
    {
        foreach (Setting setting in settings)
        {
            if (setting.Value is PropertyValue property) Add(_paths.Of(property.Access));
        }
    }

    private void Add(string value) => _source.Line("values.Add(", value, ");");
}
