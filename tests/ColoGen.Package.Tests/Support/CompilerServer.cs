using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ColoGen.Package.Tests.Support;

/// <summary>A compiler server of its own: builds with its variables and properties, and no others, use it. It ends when it is disposed of.</summary>
internal sealed partial class CompilerServer(string folder) : IDisposable
{
    private readonly string _log = Path.Combine(folder, "compiler-server.log");

    /// <summary>For the environment of a build.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Variables => [KeyValuePair.Create("RoslynCommandLineLogFile", (string?)_log)];

    /// <summary>For the command line of a build.</summary>
    public string[] Properties { get; } = ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId=cologen-{Guid.NewGuid():N}"];

    /// <summary>For every compilation that a server has ended, the id of the server's process.</summary>
    public IEnumerable<int> Compilations => Ended().Matches(Log).Select(Id);

    private string Log => File.Exists(_log) ? File.ReadAllText(_log) : "";

    public void Dispose()
    {
        foreach (int id in Any().Matches(Log).Select(Id).Distinct())
        {
            try
            {
                using Process server = Process.GetProcessById(id);
                server.Kill();
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                // It has ended: of two builds that start a server at once, one server ends.
            }
        }
    }

    private static int Id(Match match) => int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"ID=VBCSCompiler (?<id>[0-9]+) ")]
    private static partial Regex Any();

    [GeneratedRegex(@"ID=VBCSCompiler (?<id>[0-9]+) .*: End .* C# compiler run")]
    private static partial Regex Ended();
}
