using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Pairs;

/// <summary>Every list of a pair of two disks, as a file. COLOGEN_UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed class GoldenPairTests
{
    private static readonly string s_file = Path.Combine(
        Repository.Root, "tests", "ColoGen.Conformance.Tests", "Documents", "Pairs", "TwoDiskPair.txt");

    [Fact]
    public void The_lists_are_as_they_were()
    {
        TwoDiskPair pair = TwoDiskPair.At(Images.Nowhere, QemuVersion.Qemu11);
        string text = string.Join('\n', Enum.GetValues<ColoCommands>().Select(list => $"# {list}\n{pair.ToCommandsString(list)}"));
        if (Environment.GetEnvironmentVariable("COLOGEN_UPDATE_GOLDEN") == "1") File.WriteAllText(s_file, text);
        Assert.Equal(File.ReadAllText(s_file), text);
    }
}
