using System.Reflection;
using System.Text.RegularExpressions;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Rules;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>Every property of a disk's attribute is in the table of settings, with a case. What is missing is named.</summary>
public sealed class DiskSettingTests
{
    private static readonly Assembly s_library = typeof(DiskAttribute).Assembly;

    [Fact]
    public void Every_property_of_a_disk_is_a_setting_and_every_setting_a_property() => AssertSame(
        PropertiesOf(typeof(DiskAttribute)), DiskSettingTable.All.Select(setting => setting.Name));

    [Fact]
    public void A_disk_of_the_host_has_the_settings_of_layers() => AssertSame(
        PropertiesOf(typeof(HostDiskAttribute)),
        DiskSettingTable.All.Where(setting => setting.Scope != DiskSettingScope.Device).Select(setting => setting.Name));

    [Fact]
    public void A_setting_of_run_time_has_an_attribute_of_its_name() => AssertSame(
        s_library.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(DiskSettingAttribute))).Select(NameOf),
        DiskSettingTable.All.Where(setting => !setting.IsConstantOnly).Select(setting => setting.Name));

    [Fact]
    public void Every_setting_of_the_device_has_a_place_among_its_properties() => AssertSame(
        DiskSettingTable.All.Where(setting => setting.Device is not null).Select(setting => setting.Name),
        DiskSettingTable.BeforeDrive.Concat(DiskSettingTable.AfterDrive).Select(setting => setting.Name));

    [Fact]
    public void Every_number_has_a_range() => AssertSame(
        typeof(DiskAttribute).GetProperties()
            .Where(property => property.PropertyType == typeof(int) || property.PropertyType == typeof(long))
            .Select(property => property.Name),
        DiskSettingTable.All.Where(setting => setting.Range is not null).Select(setting => setting.Name));

    /// <summary>The docstring of a number says "from 1", or whatever its least value is.</summary>
    [Fact]
    public void Docstrings_have_the_least_value() => Assert.Empty(
        from setting in DiskSettingTable.All
        where setting.Range is { } range
            && !Regex.IsMatch(Docstring.Of(typeof(DiskAttribute), setting.Name), $@"\bfrom {range.Minimum.ToText()}\b", RegexOptions.ExplicitCapture)
        select $"{setting.Name}: from {setting.Range!.Value.Minimum.ToText()}");

    [Fact]
    public void Every_range_is_on_the_page_of_its_rule() => Assert.Empty(
        from setting in DiskSettingTable.All
        where setting.Range is not null && !Page("COLO0601").Contains($"`{setting.Name}`", StringComparison.Ordinal)
        select setting.Name);

    /// <summary>The page of the rule that a setting's check names is about the setting.</summary>
    [Fact]
    public void Every_check_is_on_the_page_of_its_rule() => Assert.Empty(
        from setting in DiskSettingTable.All
        where setting.Check is { Rule: var id } && (RuleCatalog.All.All(rule => rule.Id != id) || !Page(id).Contains(setting.Name, StringComparison.Ordinal))
        select $"{setting.Name}: {setting.Check!.Rule}");

    [Fact]
    public void Every_setting_is_given_in_a_topology() => AssertSame(DiskSettingTable.All.Select(setting => setting.Name), (
        from disk in DeclaredDisks.Attributes.OfType<DiskAttribute>()
        from property in typeof(DiskAttribute).GetProperties()
        where DiskSettingTable.Find(property.Name) is not null && property.GetValue(disk) is { } value && !value.Equals(Default(property.PropertyType))
        select property.Name).Distinct());

    [Fact]
    public void Every_setting_of_run_time_is_given_in_a_topology() => AssertSame(
        DiskSettingTable.All.Where(setting => !setting.IsConstantOnly).Select(setting => setting.Name),
        DeclaredDisks.Attributes.OfType<DiskSettingAttribute>().Select(attribute => NameOf(attribute.GetType())).Distinct());

    private static IEnumerable<string> PropertiesOf(Type attribute) =>
        attribute.GetProperties().Where(property => property.DeclaringType == attribute && property.CanWrite).Select(property => property.Name);

    private static string NameOf(Type attribute) => attribute.Name[..^nameof(Attribute).Length];

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static string Page(string rule) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", rule + ".md"));

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
