namespace ColoGen.Conformance.Tests.Catalogue.Rows;

/// <summary>What ColoGen makes of a mistake, and what the program itself says to it.</summary>
internal sealed record Case(Answer Answer)
{
    /// <summary>Nothing in a declaration decides it: it is a matter of what runs, or of the order of commands.</summary>
    public static Case RunTime { get; } = new(new OutOfScope("R"));

    /// <summary>Nothing in a declaration decides it: it is a matter of what is in the image.</summary>
    public static Case NeedsTheFile { get; } = new(new OutOfScope("D"));

    public QemuReplay? Qemu { get; private init; }

    public LibvirtReplay? Libvirt { get; private init; }

    /// <summary>The rule finds it, at the place between <c>[|</c> and <c>|]</c>.</summary>
    public static Case Rule(string id, string declaration) => new(new Diagnosed(id, declaration));

    /// <summary>It is no mistake.</summary>
    public static Case Fine(string declaration) => new(new Accepted(declaration));

    /// <summary>No declaration can say it.</summary>
    public static Case Impossible(string reason) => new(new Unwritable(reason));

    /// <param name="text">What QEMU says to the last line, or null where it takes all of them.</param>
    public Case OnQemu(string script, string? text = null) => this with { Qemu = new(script, text) };

    /// <param name="devices">What stands in <c>devices</c> of a domain.</param>
    /// <param name="text">What libvirt says.</param>
    public Case OnLibvirt(string devices, string text, string machine = "pc") => this with { Libvirt = new(devices, text, null, machine) };

    /// <param name="devices">What stands in <c>devices</c> of a domain that libvirt takes without a word.</param>
    /// <param name="argument">What is in the command line that libvirt makes of it.</param>
    public Case SilentOnLibvirt(string devices, string argument) => this with { Libvirt = new(devices, null, argument, "pc") };
}

internal abstract record Answer;

internal sealed record Diagnosed(string Id, string Declaration) : Answer;

internal sealed record Accepted(string Declaration) : Answer;

internal sealed record Unwritable(string Reason) : Answer;

/// <param name="Word">As the catalogue has it: R or D.</param>
internal sealed record OutOfScope(string Word) : Answer;

internal sealed record QemuReplay(string Script, string? Text);

internal sealed record LibvirtReplay(string Devices, string? Text, string? Argument, string Machine);
