namespace ColoGen.Benchmarks.Writing;

/// <summary>What a secondary has at run time.</summary>
internal static class Texts
{
    /// <summary>Three files, a serial number, a host and an export.</summary>
    public static IReadOnlyList<string> Plain { get; } =
    [
        "/var/lib/colo/images/shop-parent.qcow2", "/var/lib/colo/active/shop-active.qcow2", "/var/lib/colo/hidden/shop-hidden.qcow2",
        "shop-root-0001", "storage-7.example", "shop-data",
    ];

    /// <summary>The same of many languages, some with characters that documents replace. Serial numbers and hosts are ASCII.</summary>
    public static IReadOnlyList<string> Foreign { get; } =
    [
        "/srv/bücher & söhne/größe-übersicht.qcow2", "/srv/images/数据库镜像文件/活动磁盘.qcow2",
        "/srv/образы/скрытый-диск.qcow2", "koeln-0001", "lager-muenchen.example", "données-d'été",
    ];

    /// <summary>A text in memory of its own.</summary>
    public static string Copy(string text) => new(text.AsSpan());

    /// <inheritdoc cref="Copy(string)"/>
    public static string[] Copy(IReadOnlyList<string> texts) => [.. texts.Select(Copy)];
}
