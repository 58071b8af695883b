namespace ColoGen.Conformance.Tests.Catalogue.Rows;

/// <summary>A message that the page of a rule quotes, and what a program must be given to say it.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Message">The message, or a part of it, as on the page.</param>
internal sealed record PageMessage(string Rule, string Message)
{
    public QemuReplay? Qemu { get; private init; }

    public LibvirtReplay? Libvirt { get; private init; }

    /// <inheritdoc cref="Case.OnQemu"/>
    public PageMessage OnQemu(string script) => this with { Qemu = new(script, Message) };

    /// <inheritdoc cref="Case.OnLibvirt"/>
    public PageMessage OnLibvirt(string devices, string machine = "pc") => this with { Libvirt = new(devices, Message, null, machine) };
}
