namespace ColoGen.Generators.Lowering;

/// <summary>A derived name of a node, device, object or export, such as <c>vda-1-storage</c>.</summary>
internal sealed record Name(string Prefix, IndexExpression? Index = null, string Suffix = "")
{
    public Name With(string suffix) => this with { Suffix = Suffix + suffix };
}
