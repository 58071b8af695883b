using System.Globalization;
using System.Reflection;
using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>Every attribute of a layer has a kind, and the kind has every setting. What is missing is named.</summary>
public sealed class LayerKindTests
{
    private static readonly Type[] s_attributes =
        [.. typeof(LayerAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)];

    /// <summary>Settings of each source, and the image that they identify.</summary>
    private static readonly Dictionary<string, (Setting[] Settings, ImageIdentity Image)> s_images = new()
    {
        [AttributeName.Of<FileSourceAttribute>()] = (
            [new(nameof(FileSourceAttribute.File), "/images//./a.qcow2")],
            new ImageIdentity("/images/a.qcow2", nameof(FileSourceAttribute.File))),
        [AttributeName.Of<BlockSourceAttribute>()] = (
            [new(nameof(BlockSourceAttribute.Dev), "/dev/./sdb")],
            new ImageIdentity("/dev/sdb", nameof(BlockSourceAttribute.Dev))),
        [AttributeName.Of<NbdSourceAttribute>()] = (
            [new(nameof(NbdSourceAttribute.Host), "Storage"), new(nameof(NbdSourceAttribute.Export), "a")],
            new ImageIdentity("nbd://storage:10809/a", nameof(NbdSourceAttribute.Host))),
    };

    [Fact]
    public void Every_attribute_has_a_kind_and_every_kind_an_attribute() =>
        AssertSame(s_attributes.Select(KindOf), LayerKinds.All.Select(kind => kind.Attribute));

    [Fact]
    public void Every_property_is_a_setting_and_every_setting_a_property() => AssertSame(
        s_attributes.SelectMany(attribute => PropertiesOf(attribute).Select(property => $"{KindOf(attribute)}.{property.Name}")),
        LayerKinds.All.SelectMany(kind => kind.Settings.Select(setting => $"{kind.Attribute}.{setting.Name}")));

    [Fact]
    public void Every_setting_has_the_type_of_its_property() => AssertSame(
        from attribute in s_attributes
        from property in PropertiesOf(attribute)
        select $"{KindOf(attribute)}.{property.Name}: {TypeOf(property.PropertyType)}",
        from kind in LayerKinds.All
        from setting in kind.Settings
        select $"{kind.Attribute}.{setting.Name}: {TypeOf(setting)}");

    [Fact]
    public void Every_required_setting_is_a_setting() => Assert.Empty(
        from kind in LayerKinds.All
        from name in kind.Required.SelectMany(names => names)
        where kind.Find(name) is null
        select $"{kind.Attribute}.{name}");

    [Fact]
    public void Every_source_has_a_case_of_its_image() => AssertSame(LayerKinds.All.Where(kind => kind.IsSource).Select(kind => kind.Attribute), s_images.Keys);

    [Fact]
    public void Settings_identify_the_image() => Assert.All(s_images, item =>
        Assert.Equal(item.Value.Image, ImageIdentity.Of(LayerOf(item.Key, item.Value.Settings))));

    [Fact]
    public void A_value_of_run_time_identifies_no_image() => Assert.All(s_images, item => Assert.All(item.Value.Settings, setting =>
    {
        var property = new PropertyValue(Access.Itself.Member(setting.Name), ValueKind.Text, IsNullable: false, EnumType: "", EnumMembers: default);
        IEnumerable<Setting> settings = item.Value.Settings.Select(other => other == setting ? new Setting(setting.Name, property) : other);
        Assert.Null(ImageIdentity.Of(LayerOf(item.Key, settings)));
    }));

    [Fact]
    public void Every_kind_is_declared_in_a_topology() => AssertSame(LayerKinds.All.Select(kind => kind.Attribute), (
        from type in typeof(FileFormats).Assembly.GetTypes()
        where type.Namespace == typeof(FileFormats).Namespace
        from attribute in type.GetCustomAttributes<LayerAttribute>()
        select KindOf(attribute.GetType())).Distinct());

    /// <summary>The docstring says what the table says: "1 to 65,535", "at least 1", "at most 4,096 bytes", and a default.</summary>
    [Fact]
    public void Docstrings_have_the_limits_and_defaults() => Assert.Empty(
        from kind in LayerKinds.All
        from setting in kind.Settings
        from text in TextsOf(setting)
        where !Docstring.Of(s_attributes.Single(attribute => KindOf(attribute) == kind.Attribute), setting.Name).Contains(text, StringComparison.Ordinal)
        select $"{kind.Attribute}.{setting.Name}: {text}");

    [Fact]
    public void The_role_is_that_of_the_base_class_and_a_filter_alone_has_children() => AssertSame(
        from attribute in s_attributes
        let isSource = attribute.IsSubclassOf(typeof(SourceAttribute))
        select $"{KindOf(attribute)}: {isSource} {!isSource}",
        LayerKinds.All.Select(kind => $"{kind.Attribute}: {kind.IsSource} {kind.Children.Keys.Count > 0}"));

    [Fact]
    public void A_filter_opens_no_image() => Assert.All(LayerKinds.All.Where(kind => !kind.IsSource), kind =>
    {
        Assert.Null(kind.Image(LayerOf(kind.Attribute, [])));
        Assert.False(kind.IsLocal);
        Assert.False(kind.TakesAio);
    });

    /// <summary>The docstring of the attribute has the names of the driver and of libvirt's type, or says that libvirt has no such layer.</summary>
    [Fact]
    public void Docstrings_of_attributes_have_the_names() => Assert.Empty(
        from attribute in s_attributes
        let kind = LayerKinds.Get(KindOf(attribute))
        let docstring = Docstring.Of(attribute)
        from text in new[] { $"<c>{kind.Driver}</c>", kind.LibvirtSince is null ? $"libvirt has no {kind.XmlType}." : $"<c>type='{kind.XmlType}'</c>" }
        where !docstring.Contains(text, StringComparison.Ordinal)
        select $"{kind.Attribute}: {text}");

    [Fact]
    public void Docstrings_say_which_settings_are_constants() => AssertSame(
        from attribute in s_attributes
        from property in PropertiesOf(attribute)
        let docstring = Docstring.Of(attribute, property.Name)
        where docstring.Contains("a constant.", StringComparison.OrdinalIgnoreCase)
        select $"{KindOf(attribute)}.{property.Name}",
        from kind in LayerKinds.All
        from setting in kind.Settings
        where setting.IsConstantOnly
        select $"{kind.Attribute}.{setting.Name}");

    [Fact]
    public void Docstrings_say_which_settings_are_required() => AssertSame(
        from attribute in s_attributes
        from property in PropertiesOf(attribute)
        where Docstring.Of(attribute, property.Name).Contains(" Required. ", StringComparison.Ordinal)
        select $"{KindOf(attribute)}.{property.Name}",
        from kind in LayerKinds.All
        from name in kind.Required.Where(names => names.Count == 1).Select(names => names[0]).Concat(kind.IsSource ? [nameof(SourceAttribute.Format)] : [])
        select $"{kind.Attribute}.{name}");

    [Theory]
    [InlineData(false, "test raw")]
    [InlineData(true, "test test")]
    public void Children_have_their_keys(bool isList, string keys)
    {
        LayerChildren children = isList ? LayerChildren.List("test") : LayerChildren.Named("test", "raw");
        Assert.Equal(keys, $"{children.KeyOf(0)} {children.KeyOf(1)}");
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    private static string KindOf(Type attribute) => attribute.Name[..^nameof(Attribute).Length];

    private static IEnumerable<PropertyInfo> PropertiesOf(Type attribute) =>
        attribute.GetProperties().Where(property => property.DeclaringType!.IsAssignableTo(typeof(LayerAttribute)));

    private static string TypeOf(Type property) =>
        property.IsEnum ? "enum" : property == typeof(string) ? "text" : property == typeof(bool) ? "Boolean" : property == typeof(long) ? "long" : "int";

    private static string TypeOf(LayerSetting setting) => setting switch
    {
        { IsNumber: true, Maximum: > int.MaxValue } => "long",
        { IsNumber: true } => "int",
        { Type: SettingType.Enum } => "enum",
        { Type: SettingType.Boolean } => "Boolean",
        _ => "text",
    };

    private static Layer LayerOf(string kind, IEnumerable<Setting> settings) =>
        new(kind, kind, Access.Itself, settings.ToEquatableArray(), Edges: default, Reference: null);

    private static IEnumerable<string> TextsOf(LayerSetting setting)
    {
        if (setting is { IsNumber: true, IsLimitedByTree: false })
        {
            yield return setting.Maximum == long.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"at least {setting.Minimum}")
                : string.Create(CultureInfo.InvariantCulture, $"{setting.Minimum:N0} to {setting.Maximum:N0}");
        }

        if (setting is { Type: SettingType.Text, MaximumBytes: { } bytes })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"at most {bytes:N0} bytes");
        }

        if (setting.Default is TextConstant text) yield return text.Text;
        if (setting.Default is NumberConstant number) yield return number.Number.ToText();
    }
}
