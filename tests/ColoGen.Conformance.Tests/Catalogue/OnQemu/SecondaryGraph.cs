namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

/// <summary>The graph of a secondary and the start of its replication, with one part of it wrong.</summary>
internal static class SecondaryGraph
{
    public const string StartServer = """nbd-server-start {"addr":{"type":"unix","data":{"path":"DIR/nbd"}}}""";

    public const string Start = """xen-set-replication {"enable":true,"primary":false}""";

    public const string Parent = """
        image raw parent0 1M
        {"driver":"raw","node-name":"parent0","file":{"driver":"file","filename":"DIR/parent0"}}
        """;

    public const string Hidden = """
        image qcow2 hidden0 1M
        {"driver":"qcow2","node-name":"hidden0","file":{"driver":"file","filename":"DIR/hidden0"},"backing":"parent0"}
        """;

    public const string Active = """
        image qcow2 active0 1M
        {"driver":"qcow2","node-name":"active0","file":{"driver":"file","filename":"DIR/active0"},"backing":"hidden0"}
        """;

    public const string Top = """{"driver":"quorum","node-name":"quorum0","read-pattern":"fifo","vote-threshold":1,"children":["replication0"]}""";

    public const string Export = """block-export-add {"type":"nbd","id":"parent0","node-name":"parent0","name":"parent0","writable":true}""";

    public static string With(
        string parent = Parent,
        string hidden = Hidden,
        string active = Active,
        string topId = "quorum0",
        string top = Top,
        string export = Export,
        string then = "") =>
        $$"""
        {{parent}}
        {{hidden}}
        {{active}}
        {"driver":"replication","node-name":"replication0","mode":"secondary","top-id":"{{topId}}","file":"active0"}
        {{top}}
        {{StartServer}}
        {{export}}
        {{Start}}
        {{then}}
        """;
}
