using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>No setting of a layer is declared, checked, and then in no document.</summary>
public sealed class WrittenSettingTests
{
    /// <summary>libvirt has it in the configuration of the host.</summary>
    private const string NotInXml = "NbdSource.TlsDir";

    [Fact]
    public void Every_setting_changes_the_options_of_QEMU() => Assert.Empty(Unwritten((kind, settings) =>
        string.Join(' ', LayerSamples.Options(kind, settings).Select(Text))));

    [Fact]
    public void Every_setting_changes_the_XML_of_libvirt() => Assert.Equal([NotInXml], Unwritten(Xml));

    /// <summary>The settings that change nothing, whatever else is given.</summary>
    private static IEnumerable<string> Unwritten(Func<LayerKind, EquatableArray<Setting>, string> write) =>
        from kind in LayerKinds.All
        from setting in LayerSamples.SettingsOf(kind)
        where LayerSamples.MostSettings(kind).All(settings =>
            write(kind, settings) == write(kind, settings.Where(other => other.Name != setting.Name).ToEquatableArray()))
        select $"{kind.Attribute}.{setting.Name}";

    private static string Text(Option option) => $"{option.Key}={option.Value}({string.Join(',', option.Members.Select(Text))})";

    private static string Xml(LayerKind kind, EquatableArray<Setting> settings)
    {
        var text = new CharBuffer();
        var builder = new TemplateBuilder(text);
        kind.Xml(new XmlBuilder(builder), new Layer(kind.Attribute, kind.Attribute, Access.Itself, settings, Edges: default, Reference: null), null);
        string document = string.Concat(builder.ToTemplate().Cast<Literal>().Select(literal => literal.Text.ToString()));
        text.Return();
        return document;
    }
}
