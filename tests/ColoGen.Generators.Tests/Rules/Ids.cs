using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>The ids that the analyzer reports, one for each report, in order.</summary>
internal static class Ids
{
    private const string Layers =
        """
        using System.Collections.Generic;
        using ColoGen;

        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed record Image(string File);

        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed record Overlay(string File, Image Backing);

        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed record MaybeOverlay(string File, Image? Backing);

        [FileSource(Format = DiskFormat.Qcow2), BackingReference]
        public sealed record Open(string File);

        [BlockSource(Format = DiskFormat.Raw)]
        public sealed record Volume(string Dev);

        [NbdSource(Format = DiskFormat.Raw)]
        public sealed record Remote(string Host);

        [Quorum(VoteThreshold = 1)]
        public sealed record Quorum(IReadOnlyList<Image> Children);

        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed record Active(string File, Open Backing);

        [Replication(ReplicationMode.Secondary)]
        public sealed record Secondary(Active Active);

        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
        public sealed record Root(Secondary Local);

        """;

    public static string Of(string declarations)
    {
        Compilation compilation = Compile.Sources(Layers + declarations);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return string.Join(' ', Compile.Analyze(compilation).Select(diagnostic => diagnostic.Id).Order());
    }

    /// <summary>Of a topology with these parameters.</summary>
    public static string OfHost(string parameters, string attributes = "Topology") =>
        Of($"[{attributes}] public sealed partial record Host({parameters});");

    /// <summary>Of a quorum with this attribute and these parameters.</summary>
    public static string OfQuorum(string attribute, string parameters) => Of($"[{attribute}] public sealed record Vote({parameters});");
}
