namespace ColoGen.Core.Templates;

/// <summary>How many bytes segments take at most, besides texts and the rounds of lists.</summary>
internal static class TemplateSize
{
    /// <summary>The digits of the longest number, with its sign.</summary>
    private const int MaxNumber = 20;

    public static int Of(TemplateSegment[] segments)
    {
        int size = 0;
        foreach (TemplateSegment segment in segments) size += Of(segment);
        return size;
    }

    /// <summary>The bytes that a document ends with, whatever its values.</summary>
    public static int OfEnd(TemplateSegment[] segments) => segments is [.., Literal literal] ? literal.ByteCount : 0;

    private static int Of(TemplateSegment segment) => segment switch
    {
        Literal literal => literal.ByteCount,
        Placeholder { IsNumber: true } or IndexPlaceholder => MaxNumber,
        WhenPresent condition => Math.Max(Of(condition.Present), Of(condition.Absent)),
        WhenGiven condition => Math.Max(Of(condition.Present), Of(condition.Absent)),
        WhenPositive positive => Of(positive.Segments),
        _ => 0,
    };
}
