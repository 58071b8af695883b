namespace ColoGen.Core.Model;

/// <summary>The way from a topology to one of its values.</summary>
/// <param name="Scope">Where the way begins: <see cref="Topology"/>, or the number that an optional edge or a list gave its layer.</param>
/// <param name="Members">The members from there, as C# has them: <c>.Root.Local</c>, or nothing.</param>
/// <param name="Path">The whole way as messages have it: <c>Root.Local.File</c>.</param>
internal sealed record Access(int Scope, string Members, string Path)
{
    /// <summary>The scope of the topology itself.</summary>
    public const int Topology = 0;

    /// <summary>The way to the topology itself.</summary>
    public static readonly Access Itself = new(Topology, "", "");

    public Access Member(string name) =>
        new(Scope, $"{Members}.{name}", Path.Length == 0 ? name.TrimStart('@') : $"{Path}.{name.TrimStart('@')}");

    /// <summary>The way to the layer that this property leads to. What is optional, or a list, opens the next scope.</summary>
    /// <param name="scopes">How many there are.</param>
    public Access OfLayer(EdgeKind kind, ref int scopes) => kind switch
    {
        EdgeKind.Required => this,
        EdgeKind.Optional => new Access(++scopes, "", Path),
        _ => new Access(++scopes, "", Path + "[]"),
    };
}
