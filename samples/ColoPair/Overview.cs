namespace ColoPair;

/// <summary>Every document of both hosts, for reading.</summary>
internal static class Overview
{
    private static readonly Dictionary<string, string> s_titles = new()
    {
        ["tree-xml"] = "tree XML: one XML layer for each layer",
        ["domain-xml"] = "domain XML: what a stock libvirt starts",
        ["blockdev"] = "blockdev arguments of qemu-system-x86_64",
        ["qmp"] = "QMP: the same for a running QEMU",
        ["drive"] = "drive arguments: the old form",
        ["graph"] = "graph, as Mermaid",
    };

    public static void Print()
    {
        foreach (string name in HostDocuments.Names)
        {
            Print("primary", name, HostDocuments.Readable(Hosts.ShownPrimary, name));
            Print("secondary", name, HostDocuments.Readable(Hosts.ShownSecondary, name));
        }
    }

    private static void Print(string host, string name, string text)
    {
        Console.WriteLine($"── {host}: {s_titles[name]} ──");
        Console.WriteLine(text);
        Console.WriteLine();
    }
}
