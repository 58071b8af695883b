using System.Globalization;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Generators.Emission;

/// <summary>Writes the calls that generated code makes to a sink.</summary>
internal sealed class SinkCallWriter(SourceWriter source, AccessPathEmitter paths)
{
    /// <summary>The default of the second parameter of <c>IUtf8Sink.Fits</c>.</summary>
    public const int DefaultEnd = 24;

    /// <summary>Adds a value as the sink reads it.</summary>
    /// <param name="value">The property, which is not null.</param>
    /// <param name="isInferred">Whether the expression of the property is its path.</param>
    public void AddRead(Placeholder placeholder, string value, bool isInferred = false)
    {
        bool isMapped = placeholder.Value.Map is not null;
        AddReadFound(placeholder, isMapped ? Text(placeholder.Value, value) : value, isInferred && !isMapped);
    }

    /// <summary>Adds a value that may be null as the sink reads it, and null where it is.</summary>
    /// <param name="value">The property.</param>
    public void AddReadNullable(Placeholder placeholder, string value)
    {
        string isGiven = IsGiven(placeholder, value, out string found);
        source.Add(isGiven).Add(" ? ");
        AddReadFound(placeholder, found);
        source.Add(" : null");
    }

    /// <summary>Adds a property, or the text for it, that was found to be there, as the sink reads it.</summary>
    public void AddReadFound(Placeholder placeholder, string found, bool isInferred = false)
    {
        PropertyValue value = placeholder.Value;
        AddCall(placeholder, "sink.Read", value.Map is null ? CheckOf(placeholder) : TextCheck.None);
        source.Add(found);
        if (placeholder.IsNumber) source.Add(", ").Add(value.Minimum).Add(", ").Add(value.Maximum);
        if (!isInferred) source.Add(", ").Add(paths.Path(value.Access));
        source.Add(")");
    }

    /// <summary>The condition that a property, or the text for it, is there.</summary>
    public string IsGiven(Placeholder placeholder, string value, out string found)
    {
        found = paths.NewName("value");
        return placeholder.Value.Map is null ? $"{value} is {{ }} {found}" : $"({Text(placeholder.Value, value)}) is {{ }} {found}";
    }

    /// <summary>The type of what the sink reads.</summary>
    /// <remarks>Nothing is declared by <c>var</c> where that can be helped: a user's type may have that name.</remarks>
    public static string TypeOf(Placeholder placeholder) => placeholder.Value.Kind switch
    {
        ValueKind.Utf8 => "byte[]",
        ValueKind.Number => "long",
        _ => "string",
    };

    /// <summary>Writes the end of the reading of values: the method returns if the document is not to be written.</summary>
    public void WriteFits(TemplateSegment[] segments)
    {
        int end = TemplateSize.OfEnd(segments);
        source.Indent().Add("if (!sink.Fits(").Add(TemplateSize.Of(segments));
        if (end < DefaultEnd) source.Add(", ").Add(end);
        source.End(")) return sink;");
    }

    public void WriteLiteral(Literal literal) => source.Indent().Add("sink.Write(").AddUtf8(literal.Text, ");\n");

    /// <summary>Writes a value with the literal before it.</summary>
    public void Write(Literal? before, Placeholder placeholder, string value)
    {
        source.Indent();
        AddCall(placeholder, "sink.Write");
        AddArguments(before, value);
    }

    public void WriteNumber(Literal? before, string value)
    {
        source.Indent().Add("sink.Write(");
        AddArguments(before, value);
    }

    /// <summary>The text for a value of an enum or Boolean; null where it has none.</summary>
    public string Text(PropertyValue property, string value)
    {
        bool isEnum = property.Kind == ValueKind.Enum;
        IEnumerable<string> arms = property.Map!.Value.Select(item =>
            $"{(isEnum ? $"{property.EnumType}.{item.Value}" : item.Value)} => {(item.Text is { } text ? Utf8Literal.Quoted(text) : "null")}");
        if (property.IsNullable) arms = arms.Prepend("null => null");
        if (isEnum) arms = arms.Append($"_ => throw new global::System.ArgumentOutOfRangeException({paths.Path(property.Access)})");
        return $"{value} switch {{ {string.Join(", ", arms)} }}";
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The check of a text: libvirt's schema takes absolute paths only.</summary>
    private static TextCheck CheckOf(Placeholder placeholder) => (placeholder.Value.Check, placeholder.Escape) switch
    {
        (TextCheck.HostPath, Escape.Xml) => TextCheck.AbsolutePath,
        (TextCheck.SocketPath, Escape.Xml) => TextCheck.AbsoluteSocketPath,
        var (check, _) => check,
    };

    private void AddCall(Placeholder placeholder, string method, TextCheck check = TextCheck.None)
    {
        source.Add(method);
        if (!placeholder.IsNumber)
        {
            source.Add("<").Add(source.Use(GeneratedIdentifiers.Of(placeholder.Escape)));
            if (check != TextCheck.None) source.Add(", ").Add(source.Use(GeneratedIdentifiers.Of(check)));
            source.Add(">");
        }

        source.Add("(");
    }

    private void AddArguments(Literal? before, string value)
    {
        if (before is null) source.Add("default, ");
        else source.AddUtf8(before.Text, ", ");
        source.Add(value).End(");");
    }
}
