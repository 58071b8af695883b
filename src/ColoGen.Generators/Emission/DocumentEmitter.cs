using ColoGen.Core.Analysis;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>
/// The statements that write a document to a sink. First they read every value, then ask whether the document fits, and then write.
/// </summary>
internal sealed class DocumentEmitter
{
    private readonly SourceWriter _source;
    private readonly AccessPathEmitter _paths;
    private readonly SinkCallWriter _calls;
    private readonly IDocumentValues _values;

    /// <summary>The variables for the rounds of lists, by their scopes.</summary>
    private readonly Dictionary<int, string> _rounds = [];

    private readonly Dictionary<Counter, string> _counters = [];

    private DocumentEmitter(SourceWriter source, AccessPathEmitter paths, bool hasLists)
    {
        _source = source;
        _paths = paths;
        _calls = new SinkCallWriter(source, paths);
        _values = hasLists ? new RereadValues(source, paths, _calls) : new StoredValues(source, paths, _calls);
    }

    public static void Emit(SourceWriter source, AccessPathEmitter paths, TemplateSegment[] segments, bool hasLists)
    {
        var emitter = new DocumentEmitter(source, paths, hasLists);
        emitter._values.Read(segments);
        emitter._calls.WriteFits(segments);
        emitter.Write(segments);
    }

    /// <param name="found">The value of the one placeholder, where a condition found it; otherwise each has its own.</param>
    private void Write(TemplateSegment[] segments, string? found = null)
    {
        Literal? before = null;
        foreach (TemplateSegment segment in segments)
        {
            Literal? literal = before;
            before = segment as Literal;
            switch (segment)
            {
                case Placeholder placeholder:
                    _calls.Write(literal, placeholder, found ?? _values.Value(placeholder));
                    continue;
                case IndexPlaceholder placeholder:
                    _calls.WriteNumber(literal, Expression(placeholder.Index));
                    continue;
            }

            if (literal is not null) _calls.WriteLiteral(literal);
            Write(segment);
        }

        if (before is not null) _calls.WriteLiteral(before);
    }

    private void Write(TemplateSegment segment)
    {
        switch (segment)
        {
            case WhenGiven condition:
                _paths.Block($"if ({_values.IsGiven(condition.Placeholder, out string found)})", () => Write(condition.Present, found));
                if (condition.Absent.Length > 0) _paths.Block("else", () => Write(condition.Absent));
                break;
            case WhenPresent { Present.Length: 0 } condition:
                _paths.Block($"if ({_values.IsAbsent(condition.Edge)})", () => Write(condition.Absent));
                break;
            case WhenPresent condition:
                _paths.Block($"if ({_values.IsPresent(condition.Edge)})", () => Write(condition.Present));
                if (condition.Absent.Length > 0) _paths.Block("else", () => Write(condition.Absent));
                break;
            case WhenPositive condition:
                _paths.Block($"if ({Expression(condition.Index)} > 0)", () => Write(condition.Segments));
                break;
            case ForEachItem each:
                _paths.Loop(each.List, round =>
                {
                    _rounds[each.List.Scope] = round;
                    Write(each.Segments);
                });
                break;
            case StartCounter start:
                string counter = _paths.NewName("count");
                _source.Line("int ", counter, " = ", Expression(start.Start), ";");
                _counters.Add(start.Counter, counter);
                break;
            case Increment { By: 1 } increment:
                _source.Line(_counters[increment.Counter], "++;");
                break;
            case Increment increment:
                _source.Line(_counters[increment.Counter], " += ", SinkCallWriter.Number(increment.By), ";");
                break;
        }
    }

    private string Expression(IndexExpression index)
    {
        IEnumerable<string> terms = index.Terms.Select(Expression);
        if (index.Constant != 0 || index.Terms.Count == 0) terms = terms.Prepend(SinkCallWriter.Number(index.Constant));
        return string.Join(" + ", terms);
    }

    private string Expression(IndexTerm term) => term switch
    {
        RoundTerm { Factor: 1 } round => _rounds[round.Scope],
        RoundTerm round => $"({_rounds[round.Scope]} * {SinkCallWriter.Number(round.Factor)})",
        CounterTerm { Counter: var counter } => _counters[counter],
        _ => throw new ArgumentException("A term of another kind.", nameof(term)),
    };
}
