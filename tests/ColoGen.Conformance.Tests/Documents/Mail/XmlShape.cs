using System.Xml.Linq;

namespace ColoGen.Conformance.Tests.Documents.Mail;

/// <summary>Compares XML with a shape in which much may be left open.</summary>
internal static class XmlShape
{
    /// <summary>
    /// The elements have the shape's names, attributes and texts, and its children in its order; a shape with a
    /// <c>&lt;rest/&gt;</c>, the mail's "...", may have more of both.
    /// </summary>
    public static void AssertMatches(string shape, XElement actual) => AssertMatches(XElement.Parse(shape), actual, actual);

    private static void AssertMatches(XElement shape, XElement actual, XElement whole)
    {
        string? difference = Difference(shape, actual);
        Assert.True(difference is null, $"{difference}\nin\n{whole}");
    }

    private static string? Difference(XElement shape, XElement actual)
    {
        if (shape.Name != actual.Name) return $"<{actual.Name}> is not <{shape.Name}>";

        bool isOpen = shape.Elements("rest").Any();
        XElement[] wanted = [.. shape.Elements().Where(element => element.Name != "rest")];
        string? attribute = shape.Attributes().Where(item => actual.Attribute(item.Name)?.Value != item.Value)
            .Select(item => $"{item.Name} of <{shape.Name}> is not '{item.Value}'").FirstOrDefault();
        if (attribute is not null) return attribute;
        if (wanted.Length == 0 && shape.Value != actual.Value) return $"the text of <{shape.Name}> is not '{shape.Value}'";
        if (!isOpen && (actual.Attributes().Count() != shape.Attributes().Count() || actual.Elements().Count() != wanted.Length))
        {
            return $"<{shape.Name}> has more than the shape";
        }

        using IEnumerator<XElement> children = actual.Elements().GetEnumerator();
        foreach (XElement child in wanted)
        {
            string? difference = $"<{child.Name}> is missing in <{shape.Name}>";
            while (difference is not null)
            {
                if (!children.MoveNext()) return difference;
                difference = Difference(child, children.Current);
            }
        }

        return null;
    }
}
