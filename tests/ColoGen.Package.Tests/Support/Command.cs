using System.Text;
using CliWrap;

namespace ColoGen.Package.Tests.Support;

/// <summary>Runs a program in a folder.</summary>
internal static class Command
{
    /// <summary>Only a program that hangs takes this long, on a loaded machine as well.</summary>
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(30);

    private static readonly Dictionary<string, string?> s_variables = new()
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        // Set for the SDK that runs the tests; the program finds its own.
        ["MSBuildSDKsPath"] = null,
        // A build node that stays would keep our end of its output open.
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    /// <summary>Runs <c>dotnet</c>.</summary>
    /// <returns>What it printed to its standard output and its standard error.</returns>
    public static Task<(int ExitCode, string Output)> DotnetAsync(string folder, params string[] arguments) => DotnetAsync(folder, [], arguments);

    /// <inheritdoc cref="DotnetAsync(string, string[])"/>
    /// <param name="variables">Further environment variables.</param>
    public static async Task<(int ExitCode, string Output)> DotnetAsync(
        string folder, IEnumerable<KeyValuePair<string, string?>> variables, params string[] arguments)
    {
        var output = new StringBuilder();
        PipeTarget target = PipeTarget.ToStringBuilder(output);
        int exitCode = await RunAsync(folder, "dotnet", arguments, variables, target, target);
        return (exitCode, output.ToString());
    }

    /// <summary>The bytes that a program prints.</summary>
    public static async Task<byte[]> PrintedAsync(string folder, string program, params string[] arguments)
    {
        using var output = new MemoryStream();
        var error = new StringBuilder();
        int exitCode = await RunAsync(folder, program, arguments, [], PipeTarget.ToStream(output), PipeTarget.ToStringBuilder(error));
        Assert.True(exitCode == 0, $"{program} ended with {exitCode}: {error}");
        return output.ToArray();
    }

    private static async Task<int> RunAsync(
        string folder, string program, string[] arguments, IEnumerable<KeyValuePair<string, string?>> variables, PipeTarget output, PipeTarget error)
    {
        using var timeout = new CancellationTokenSource(s_timeout);
        CommandResult result = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(new Dictionary<string, string?>(s_variables.Concat(variables)))
            .WithStandardOutputPipe(output)
            .WithStandardErrorPipe(error)
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(timeout.Token);
        return result.ExitCode;
    }
}
