using System.Globalization;
using System.Text.RegularExpressions;
using ColoGen.Conformance.Tests.Agreement.Mistakes;
using ColoGen.Conformance.Tests.Catalogue.OnLibvirt;
using ColoGen.Conformance.Tests.Catalogue.OnQemu;
using ColoGen.Conformance.Tests.Catalogue.Rows;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Catalogue;

/// <summary>What the pages of rules quote of QEMU and libvirt is what the installed programs say.</summary>
[Collection(LibvirtCollection.Name)]
public sealed partial class PageMessageTests(LibvirtFixture fixture)
{
    /// <summary>More characters than an export's name or a socket's path can have.</summary>
    private const int TooLong = 4097;

    public static TheoryData<string, string> OfQemu => Data(static message => message.Qemu is not null);

    public static TheoryData<string, string> OfLibvirt => Data(static message => message.Libvirt is not null);

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(OfQemu))]
    public async Task QEMU_says_it(string rule, string message)
    {
        string script = Get(rule, message).Qemu!.Script
            .Replace("PORT", FreePorts.Next().ToString(CultureInfo.InvariantCulture))
            .Replace("LONG", new string('x', TooLong));
        Assert.Contains(message, await QemuScript.RunAsync(script));
    }

    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [MemberData(nameof(OfLibvirt))]
    public async Task Libvirt_says_it(string rule, string message)
    {
        LibvirtException exception = await Assert.ThrowsAsync<LibvirtException>(() => fixture.Libvirt.NativeAsync(Get(rule, message).Libvirt!));
        Assert.Contains(message, exception.Message);
    }

    [Fact]
    public void The_page_quotes_it() => Assert.All(PageMessages.All, message =>
        Assert.Contains(QuotesOf(message.Rule), quote => quote.Contains(message.Message)));

    /// <summary>By the tables of the catalogue, by the random mistakes, or here. A message that can't be replayed has its reason.</summary>
    [Fact]
    public void Every_message_on_a_page_is_replayed()
    {
        string[] replayed =
        [
            .. AllTables.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cases)
                .SelectMany(item => new[] { item.Qemu?.Message, item.Libvirt?.Message }).OfType<string>(),
            .. MistakeTable.All.SelectMany(mistake => mistake.Message.Split('|', StringSplitOptions.RemoveEmptyEntries)),
            .. PageMessages.All.Select(message => message.Message),
        ];
        string[] patterns = [.. replayed.Select(Pattern).Distinct()];
        IEnumerable<string> rules = Directory.GetFiles(Folder, "COLO*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order();
        string[] all = [.. rules.SelectMany(QuotesOf).Distinct()];
        string[] missing =
        [
            .. all.Where(quote => !PageMessages.NotReplayed.ContainsKey(quote) && !patterns.Any(pattern => IsPart(pattern, Pattern(quote)))),
        ];
        Assert.True(missing.Length == 0, $"{missing.Length} of {all.Length} messages are not replayed:\n{string.Join('\n', missing)}");
        Assert.Empty(PageMessages.NotReplayed.Keys.Except(all));
    }

    private static string Folder => Path.Combine(Repository.Root, "docs", "rules");

    /// <summary>The quoted texts of the section "At run time" that have words and are no code.</summary>
    private static IEnumerable<string> QuotesOf(string rule)
    {
        string page = File.ReadAllText(Path.Combine(Folder, $"{rule}.md"));
        string section = page.Split("\n## At run time\n")[1].Split("\n## ")[0];
        return Quoted().Matches(section).Select(match => Blank().Replace(match.Groups["text"].Value, " ").Trim())
            .Where(text => text.Contains(' ') && !"[-<\"{$(".Contains(text[0]));
    }

    private static bool IsPart(string first, string second) => second.Contains(first) || first.Contains(second);

    /// <summary>A message without the names and numbers in it.</summary>
    private static string Pattern(string message) => Names().Replace(Blank().Replace(message, " "), "*").Trim(' ', '.');

    private static PageMessage Get(string rule, string message) => PageMessages.All.Single(item => item.Rule == rule && item.Message == message);

    private static TheoryData<string, string> Data(Func<PageMessage, bool> condition)
    {
        TheoryData<string, string> data = [];
        foreach (PageMessage message in PageMessages.All.Where(condition)) data.Add(message.Rule, message.Message);
        return data;
    }

    [GeneratedRegex("(?<ticks>`+)(?<text>.+?)\\k<ticks>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"'[^']*'|[0-9]+|\.\.\.|…")]
    private static partial Regex Names();
}
