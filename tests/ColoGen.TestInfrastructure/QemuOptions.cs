namespace ColoGen.TestInfrastructure;

/// <summary>How to start a QEMU.</summary>
/// <param name="Machine">The machine type; "none" has a block layer and QMP, but no guest.</param>
/// <param name="Accelerator">tcg or kvm; not used with the machine "none".</param>
/// <param name="Paused">Whether the guest waits for the QMP command "cont".</param>
/// <param name="MemoryMiB">The guest's memory; not used with the machine "none".</param>
/// <param name="Folder">The folder that relative paths are in; null for that of this process.</param>
/// <param name="Launcher">A command that becomes QEMU, such as "ip netns exec NAME"; null for none.</param>
/// <param name="Command">The words that start QEMU; null for those of <see cref="Programs"/>.</param>
public sealed record QemuOptions(
    string Machine = "none",
    string Accelerator = "tcg",
    bool Paused = true,
    int MemoryMiB = 64,
    string? Folder = null,
    IReadOnlyList<string>? Launcher = null,
    IReadOnlyList<string>? Command = null)
{
    internal IEnumerable<string> Arguments()
    {
        List<string> arguments = ["-M", Machine, "-nodefaults", "-no-user-config", "-display", "none"];
        if (Machine != "none")
        {
            arguments.AddRange(["-accel", Accelerator, "-m", $"{MemoryMiB}"]);
        }

        if (Paused) arguments.Add("-S");

        return arguments;
    }
}
