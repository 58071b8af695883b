using ColoGen.Conformance.Tests.Agreement;
using ColoGen.Conformance.Tests.Support;
using ColoGen.Core.Rules;

namespace ColoGen.Conformance.Tests.Effects;

/// <summary>What QEMU does with a setting of a disk, not whether it accepts it; and a rule reports what does nothing.</summary>
public sealed class EffectTests
{
    private const int Oldest = 7;
    private const int Newest = 11;

    /// <summary>The rules about settings that do nothing.</summary>
    private static readonly string[] s_rules = ["COLO0605", "COLO0609", "COLO0610"];

    /// <summary>The cases that are always measured: the rest of the table takes minutes, and is measured with COLOGEN_EFFECTS=all.</summary>
    private static readonly string[] s_always = ["qcow2", "vdi", "raw over NBD", "quorum of raw", "quorum of vdi", "primary replica"];

    private static bool MeasuresAll => Environment.GetEnvironmentVariable("COLOGEN_EFFECTS") == "all";

    public static TheoryData<string> MeasuredInFiles =>
        [.. EffectTable.All.Where(item => !item.IsOnDevices && (MeasuresAll || s_always.Contains(item.Name))).Select(item => item.Name)];

    public static TheoryData<string> InFiles => [.. EffectTable.All.Where(item => !item.IsOnDevices).Select(item => item.Name)];

    public static TheoryData<string> InDevices => [.. EffectTable.All.Where(item => item.IsOnDevices).Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(InFiles))]
    [MemberData(nameof(InDevices))]
    public void A_setting_is_reported_where_it_does_nothing(string name)
    {
        EffectCase item = Find(name);
        string[] unreported = item.Unreported.Split(' ');
        Assert.Equal(
            Comparison.All.Select(comparison => comparison.Name).Except(item.EffectsIn(Oldest)).Except(unreported),
            Comparison.All.Where(comparison => IsReported(item, comparison)).Select(comparison => comparison.Name));
    }

    [ToolTheory(Programs.Qemu, "qemu-img", "strace")]
    [MemberData(nameof(MeasuredInFiles))]
    public Task A_setting_does_what_the_table_says(string name) => AssertEffectsAsync(Find(name));

    [LoopDeviceTheory(Programs.Qemu, "qemu-img", "strace")]
    [MemberData(nameof(InDevices))]
    public Task A_setting_of_a_block_device_does_what_the_table_says(string name) => AssertEffectsAsync(Find(name));

    private static EffectCase Find(string name) => EffectTable.All.Single(item => item.Name == name);

    private static bool IsReported(EffectCase item, Comparison comparison) =>
        RuleChecker.Check(Read.Source(EffectBench.Declare(item, [comparison.With], "/images/", "/images/socket")).Index.Topology)
            .Any(diagnostic => s_rules.Contains(diagnostic.Rule.Id) && diagnostic.Result.At.Argument == comparison.Setting);

    private static async Task AssertEffectsAsync(EffectCase item)
    {
        await AssertEffectsAsync(item, command: null);
        if (await GuestQemu.FindAsync("tcg") is ({ } newer, _)) await AssertEffectsAsync(item, newer.Command);
    }

    /// <param name="command">The words that start a QEMU; null for the installed one.</param>
    private static async Task AssertEffectsAsync(EffectCase item, IReadOnlyList<string>? command)
    {
        var observed = new List<(Comparison Comparison, string With, string Without)>();
        int major = 0;
        foreach (Comparison[] comparisons in Comparison.All.Chunk(item.Places / 2))
        {
            string[] settings = [.. comparisons.SelectMany(comparison => new[] { comparison.With, comparison.Without }).Distinct()];
            await using EffectBench bench = await EffectBench.StartAsync(item, settings, command);
            major = bench.Major;
            Dictionary<string, string> observations = [];
            foreach (string setting in settings) observations.Add(setting, await bench.ObserveAsync(setting));
            observed.AddRange(comparisons.Select(comparison => (comparison, observations[comparison.With], observations[comparison.Without])));
        }

        // The versions between the two that were measured have some of what the newer one has.
        if (major is > Oldest and < Newest) return;
        string expected = string.Join(' ', Comparison.All.Select(comparison => comparison.Name).Intersect(item.EffectsIn(major)));
        string actual = string.Join(' ', observed.Where(pair => pair.With != pair.Without).Select(pair => pair.Comparison.Name));
        string details = string.Join('\n', observed.Select(pair => $"{pair.Comparison.Name}\n  with:    {pair.With}\n  without: {pair.Without}"));
        Assert.True(expected == actual, $"QEMU {major}: expected '{expected}', not '{actual}'.\n{details}");
    }
}
