namespace ColoGen.Conformance.Tests.Catalogue.Rows;

/// <summary>One mistake: what ColoGen is expected to do, and what the programs do.</summary>
internal sealed record Case(Expectation Expectation)
{
    /// <summary>No declaration shows it: it depends on what runs, or on the order of commands.</summary>
    public static Case RunTime { get; } = new(new Expectation.OutOfScope("R"));

    /// <summary>No declaration shows it: it depends on what is in the image.</summary>
    public static Case NeedsTheFile { get; } = new(new Expectation.OutOfScope("D"));

    public QemuReplay? Qemu { get; private init; }

    public LibvirtReplay? Libvirt { get; private init; }

    /// <summary>The rule reports it, at the place between <c>[|</c> and <c>|]</c>.</summary>
    public static Case Reported(string id, string declaration) => new(new Expectation.Reported(id, declaration));

    /// <summary>It is no mistake.</summary>
    public static Case NotReported(string declaration) => new(new Expectation.NotReported(declaration));

    /// <summary>No declaration can express it.</summary>
    public static Case Inexpressible(string reason) => new(new Expectation.Inexpressible(reason));

    /// <param name="message">QEMU's error for the last line; null if it accepts all lines.</param>
    public Case OnQemu(string script, string? message = null) => this with { Qemu = new(script, message) };

    /// <param name="devices">The content of <c>devices</c> of a domain.</param>
    /// <param name="message">libvirt's error.</param>
    public Case OnLibvirt(string devices, string message, string machine = "pc") => this with { Libvirt = new(devices, message, null, machine) };

    /// <param name="devices">The content of <c>devices</c> of a domain that libvirt accepts.</param>
    /// <param name="argument">A part of the command line that libvirt generates from it.</param>
    public Case AcceptedByLibvirt(string devices, string argument) => this with { Libvirt = new(devices, null, argument, "pc") };
}

/// <param name="Message">QEMU's error; null if it accepts the script.</param>
internal sealed record QemuReplay(string Script, string? Message);

/// <param name="Message">libvirt's error; null if it accepts the devices.</param>
internal sealed record LibvirtReplay(string Devices, string? Message, string? Argument, string Machine);
