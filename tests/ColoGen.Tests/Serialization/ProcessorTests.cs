using System.Diagnostics;

namespace ColoGen.Tests.Serialization;

/// <summary>A processor without vectors writes the same bytes, in a process of its own.</summary>
public sealed class ProcessorTests
{
    private static readonly string s_here = string.Concat(ProcessorProgram.Lines().Select(line => line + "\n"));

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableAVX512F")]
    public void Without(string feature)
    {
        Assert.Contains("refused", s_here);
        Assert.Contains("&amp;", s_here);
        Assert.Equal(s_here, RunWithout(feature));
    }

    [Fact]
    public void The_other_process_has_no_vectors() => Assert.StartsWith("False\n", RunWithout("DOTNET_EnableHWIntrinsic", ProcessorProgram.AskForVectors));

    private static string RunWithout(string feature, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(ProcessorTests).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [feature] = "0" },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
