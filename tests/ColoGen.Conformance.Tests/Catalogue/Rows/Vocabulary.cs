namespace ColoGen.Conformance.Tests.Catalogue.Rows;

/// <summary>Layers without a mistake, for the declarations of the rows.</summary>
internal static class Vocabulary
{
    public const string Source =
        """
        global using ColoGen;

        [FileSource(Format = DiskFormat.Raw)]
        record RawImage(string File);

        [BlockSource(Format = DiskFormat.Raw)]
        record Volume(string Dev);

        [NbdSource(Format = DiskFormat.Raw)]
        record Remote(string Host);

        [FileSource(Format = DiskFormat.Qcow2), BackingReference("parent0")]
        record OverParent(string File);

        [FileSource(Format = DiskFormat.Qcow2), BackingReference]
        record OverOpen(string File);
        """;
}
