using System.Text;
using CliWrap;

namespace ColoGen.TestInfrastructure;

/// <summary>
/// The programs on this machine that the oracles run. The environment variables COLOGEN_QEMU and COLOGEN_QEMU_IMG
/// may name another QEMU and qemu-img: a path, or a command with arguments such as "chroot /trixie qemu-img".
/// </summary>
public static class Programs
{
    /// <summary>The name under which <see cref="Has"/> and <see cref="Missing"/> know QEMU.</summary>
    public const string Qemu = "qemu-system-x86_64";

    /// <summary>The name under which <see cref="Has"/> and <see cref="Missing"/> know libvirt's QEMU driver.</summary>
    public const string LibvirtQemuDriver = "libvirt_driver_qemu.so";

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);
    private static readonly string[] s_libraryFolders = ["/usr/lib", "/usr/lib64"];

    private static readonly Dictionary<string, string> s_packages = new()
    {
        [Qemu] = "qemu-system-x86",
        ["qemu-img"] = "qemu-utils",
        ["virsh"] = "libvirt-clients",
        ["xmllint"] = "libxml2-utils",
        ["libvirtd"] = "libvirt-daemon",
        ["dot"] = "graphviz",
        [LibvirtQemuDriver] = "libvirt-daemon-driver-qemu",
        ["ip"] = "iproute2",
    };

    /// <summary>Whether the program can be started here.</summary>
    public static bool Has(string program)
    {
        if (program == LibvirtQemuDriver)
        {
            return LibraryFolders().Any(folder => File.Exists(
                Path.Combine(folder, "libvirt", "connection-driver", LibvirtQemuDriver)));
        }

        string file = Command(program)[0];
        return file.Contains('/') ? File.Exists(file) : SearchPath().Any(folder => File.Exists(Path.Combine(folder, file)));
    }

    /// <summary>
    /// Null when all the programs can be started; else a sentence with what is missing and how to install it.
    /// "libvirtd" includes libvirt's QEMU driver.
    /// </summary>
    public static string? Missing(params string[] programs)
    {
        string[] missing =
        [
            .. programs
                .SelectMany(program => program == "libvirtd" ? [program, LibvirtQemuDriver] : new[] { program })
                .Distinct()
                .Where(program => !Has(program)),
        ];
        if (missing.Length == 0) return null;

        IEnumerable<string> packages = missing.Select(program => s_packages.GetValueOrDefault(program, program));
        IEnumerable<string> commands = missing.Select(program => string.Join(' ', Command(program)));
        return $"Not found on this machine: {string.Join(", ", commands)} (apt-get install {string.Join(' ', packages)}).";
    }

    /// <summary>The words that start the program.</summary>
    internal static IReadOnlyList<string> Command(string program)
    {
        string? variable = program switch
        {
            Qemu => "COLOGEN_QEMU",
            "qemu-img" => "COLOGEN_QEMU_IMG",
            _ => null,
        };
        string? command = variable is null ? null : Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrWhiteSpace(command) ? [program] : ShellWords.Split(command);
    }

    /// <summary>Runs a program to its end and gives back what it printed and its exit status, whatever it is.</summary>
    internal static Task<ProgramResult> RunAsync(
        string program, IEnumerable<string> arguments, string input, CancellationToken cancellationToken)
        => RunAsync([.. Command(program), .. arguments], input, cancellationToken);

    /// <inheritdoc cref="RunAsync(string, IEnumerable{string}, string, CancellationToken)"/>
    internal static async Task<ProgramResult> RunAsync(IReadOnlyList<string> command, string input, CancellationToken cancellationToken)
    {
        StringBuilder output = new();
        StringBuilder error = new();
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        try
        {
            CommandResult result = await Cli.Wrap(command[0])
                .WithArguments(command.Skip(1))
                .WithStandardInputPipe(PipeSource.FromString(input))
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(timeout.Token);
            return new(result.ExitCode, output.ToString(), error.ToString());
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"Waited {s_timeout.TotalSeconds} s for {string.Join(' ', command)} to end. It said: {error}", exception);
        }
    }

    private static IEnumerable<string> SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/local/sbin", "/usr/sbin", "/sbin"]);

    private static IEnumerable<string> LibraryFolders() =>
        s_libraryFolders
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Prepend(folder));
}
