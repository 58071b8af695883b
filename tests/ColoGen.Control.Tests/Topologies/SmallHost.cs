namespace ColoGen.Control.Tests.Topologies;

/// <summary>One disk.</summary>
[Topology]
public sealed partial record SmallHost([Disk("vda")] RawImage Root);
