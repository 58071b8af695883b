using System.Reflection;
using ColoGen.Conformance.Tests.Documents.Values;
using ColoGen.Conformance.Tests.Support;
using ColoGen.Core.Declarations;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Serialization;
using ColoGen.Validation;
using CsCheck;

namespace ColoGen.Conformance.Tests.Validation;

/// <summary>The checks of texts that generated code calls accept what the rules accept.</summary>
public sealed class TextCheckTests
{
    private delegate void Check(string text, string property);

    private static readonly Gen<string> s_texts = Gen.OneOf(
        NastyTexts.Gen,
        Gen.OneOf(NastyTexts.Everywhere.Concat(NastyTexts.NotInXml).Concat(NastyTexts.Nowhere).ToArray()),
        NastyTexts.Gen.Select(text => "/" + text),
        Gen.Char["azAZ09-_.: /[]"].Array[0, 300].Select(characters => new string(characters)),
        Gen.Char["a/"].Array[0, 5000].Select(characters => "/" + new string(characters)),
        Gen.Char["0123abcdef:.%[]"].Array[0, 20].Select(characters => new string(characters)),
        Gen.Char["ab/."].Array[0, 8].Select(characters => "/" + new string(characters)),
        Gen.Guid.Select(guid => guid.ToString()),
        Gen.Guid.Select(guid => guid.ToString("N")));

    public static TheoryData<string> Names => [.. Enum.GetNames<TextCheck>().Where(name => name != nameof(TextCheck.None))];

    [Fact]
    public void Every_text_that_a_property_can_give_has_one()
    {
        foreach (LayerKind kind in LayerKinds.All)
        {
            foreach (LayerSetting setting in kind.Settings.Where(setting => !setting.IsConstantOnly && !setting.IsNumber))
            {
                bool isText = setting.Type is not (SettingType.Boolean or SettingType.Enum);
                Assert.True(isText == (TextChecks.Of(kind.Attribute, setting.Name) != TextCheck.None), $"{kind.Attribute}.{setting.Name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_refuses_what_a_rule_reports_and_nothing_else(string name)
    {
        TextCheck check = Enum.Parse<TextCheck>(name);
        (Func<string, bool> isValid, Func<string, bool> isValidPlain, Check throws) = Find(name);
        s_texts.Sample(
            text =>
            {
                string? error = TextRules.FirstError(check, text, "Root.Value")?.Rule.Id;
                bool isAccepted = isValid(text);
                if (text.All(character => character is >= ' ' and <= '~')) Assert.Equal(isAccepted, isValidPlain(text));
                if (error is null)
                {
                    throws(text, "Root.Value");
                    return;
                }

                Assert.False(isAccepted, $"{error}: {text}");
                ArgumentException exception = Assert.Throws<ArgumentException>("Root.Value", () => throws(text, "Root.Value"));
                Assert.StartsWith($"'Root.Value': {error}: ", exception.Message);
            },
            iter: 2000);
    }

    [Theory]
    [InlineData(nameof(TextCheck.HostPath), "/var/lib/libvirt/images/shop.qcow2")]
    [InlineData(nameof(TextCheck.AbsolutePath), "/images/a/very/long/path/of/many/names/that/are/short/by/themselves/and/long/together/shop.qcow2")]
    [InlineData(nameof(TextCheck.SocketPath), "/run/shop/nbd.sock")]
    [InlineData(nameof(TextCheck.AbsoluteSocketPath), "/run/shop/nbd.sock")]
    [InlineData(nameof(TextCheck.HostName), "secondary")]
    [InlineData(nameof(TextCheck.HostPath), "/images/磁盘 💾/" + "ディスク.qcow2")]
    [InlineData(nameof(TextCheck.HostPath), "relative.qcow2")]
    [InlineData(nameof(TextCheck.FolderPath), "/etc/pki/qemu/")]
    [InlineData(nameof(TextCheck.HostName), "10.0.0.2")]
    [InlineData(nameof(TextCheck.HostName), "fe80::1:2")]
    [InlineData(nameof(TextCheck.HostName), "::")]
    [InlineData(nameof(TextCheck.HostName), "2001:db8:0:0:0:0:0:1")]
    [InlineData(nameof(TextCheck.MigrationHost), "[::1]")]
    [InlineData(nameof(TextCheck.DomainName), "guest & co")]
    [InlineData(nameof(TextCheck.Uuid), "6a2bd8f21f5e4f0c9d5d0a4f6a1d6c2e")]
    [InlineData(nameof(TextCheck.ScsiSerial), "ABC 1.2+3_4-5678901234567890123456")]
    [InlineData(nameof(TextCheck.UsbSerial), "12345678901234567890")]
    [InlineData(nameof(TextCheck.NbdHost), "secondary")]
    [InlineData(nameof(TextCheck.MigrationHost), "secondary")]
    [InlineData(nameof(TextCheck.Uuid), "6a2bd8f2-1f5e-4f0c-9d5d-0a4f6a1d6c2e")]
    [InlineData(nameof(TextCheck.DomainUuid), "6a2bd8f2-1f5e-4f0c-9d5d-0a4f6a1d6c2e")]
    [InlineData(nameof(TextCheck.ExportName), "disk, the 'first'")]
    [InlineData(nameof(TextCheck.DomainName), "shop-1")]
    [InlineData(nameof(TextCheck.Emulator), "/usr/bin/qemu-system-x86_64")]
    [InlineData(nameof(TextCheck.Serial), "WD-123")]
    [InlineData(nameof(TextCheck.Vendor), "ACME")]
    [InlineData(nameof(TextCheck.Product), "DISK 3000")]
    [InlineData(nameof(TextCheck.Text), "secondary.example")]
    public void What_is_right_is_accepted_without_the_rules(string name, string text)
    {
        Assert.True(Find(name).IsValid(text));
        Func<string, bool> isValid = Find(name).IsValid;
        Assert.Equal(0, Allocation.Of(() => isValid(text)));
    }

    private static (Func<string, bool> IsValid, Func<string, bool> IsValidPlain, Check Throws) Find(string name)
    {
        Type type = typeof(DeclarationValidator).Assembly.GetType($"ColoGen.Validation.Checks.{name}", throwOnError: true)!;
        Assert.True(type.IsAssignableTo(typeof(ITextCheck)));
        return (
            type.GetMethod(nameof(ITextCheck.IsValid), BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<string, bool>>(),
            type.GetMethod(nameof(ITextCheck.IsValidPlain), BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<string, bool>>(),
            type.GetMethod(nameof(ITextCheck.Check), BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Check>());
    }
}
