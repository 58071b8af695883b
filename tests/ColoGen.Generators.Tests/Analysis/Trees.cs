using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Generators.Tests.Analysis;

/// <summary>Trees of layers without C# around them. Each layer's path is its name.</summary>
internal static class Trees
{
    public static Attachment Attach(Layer top) =>
        new("vda", IsHostDisk: false, default, new Edge("Root", EdgeKind.Required, top.Access, "", top), Binding: null, Export: null);

    public static Layer Layer(string path, params Edge[] edges) =>
        new("FileSource", path, Access.Itself.Member(path), default, edges.ToEquatableArray(), Reference: null);

    public static Layer Pinned(string path, int index, params Edge[] edges) =>
        Layer(path, edges) with { Settings = [new Setting("Index", new NumberConstant(index))] };

    public static Edge Required(Layer layer) => new(layer.Path, EdgeKind.Required, layer.Access, "", layer);

    public static Edge Optional(Layer layer) => new(layer.Path, EdgeKind.Optional, layer.Access, "", layer);

    public static Edge List(int scope, Layer layer) =>
        new(layer.Path, EdgeKind.List, layer.Access, "Length", layer with { Access = layer.Access with { Scope = scope } });
}
