using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Conformance.Tests.Agreement.Declarations;

/// <summary>A host as C#.</summary>
internal sealed class HostText
{
    private readonly StringBuilder _text = new("using ColoGen;\n\n");
    private int _layers;

    private HostText()
    {
    }

    public static string Of(Host host) => new HostText().Write(host);

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string ValueOf(string literal) => (string)SyntaxFactory.ParseToken(literal).Value!;

    private string Write(Host host)
    {
        List<string> parameters = [.. host.Trees.Select((tree, number) => $"\n    {Attributes(tree)} {Declare(tree.Top)} Tree{number}")];
        if (host.Extra is { } extra) parameters.Add("\n    " + extra);
        string domain = host.Domain is null ? "" : ", " + Attribute("Domain", host.Domain);
        _text.Append(CultureInfo.InvariantCulture, $"[Topology{domain}]\npublic sealed partial record Host({string.Join(',', parameters)});\n");
        return _text.ToString();
    }

    private string Declare(Layer layer)
    {
        string name = $"L{_layers++}";
        string[] below = [.. layer.Below.Select(Declare).Select((type, number) => $"{type} Below{number}")];
        string reference = layer.Reference is { } to ? ", " + Attribute(to with { Dev = to.IsOpen ? "" : to.Dev }) : "";
        string parameters = below.Length > 0 ? $"({string.Join(", ", below)})" : "";
        _text.Append(CultureInfo.InvariantCulture, $"[{Attribute(layer.Kind, layer.Settings)}{reference}]\npublic sealed record {name}{parameters};\n\n");
        return name;
    }

    private static string Attributes(Tree tree)
    {
        List<string> attributes = [Attribute(tree.IsHostDisk ? "HostDisk" : "Disk", tree.Settings.Add("Dev", Literal(tree.Dev)))];
        if (tree.Address is { } address) attributes.Add(Attribute(address.Kind, address.Settings));
        if (tree.Export is { } export) attributes.Add(Attribute("NbdExport", export));
        if (tree.Binding is { } binding) attributes.Add(Attribute(binding));
        return $"[{string.Join(", ", attributes)}]";
    }

    private static string Attribute(Reference reference) => reference switch
    {
        { Dev: "" } => "BackingReference",
        { Index: 0 } => $"BackingReference({Literal(reference.Dev)})",
        _ => $"BackingReference({Literal(reference.Dev)}, {reference.Index})",
    };

    /// <summary>The arguments of constructors come first.</summary>
    private static string Attribute(string name, Settings settings) => $"{name}({string.Join(", ", settings
        .Select(setting => (IsNamed: !IsOfConstructor(name, setting.Key), setting.Key, setting.Value))
        .OrderBy(setting => setting.IsNamed)
        .Select(setting => setting.IsNamed ? $"{setting.Key} = {setting.Value}" : setting.Value))})";

    private static bool IsOfConstructor(string name, string setting) =>
        (name, setting) is ("Disk" or "HostDisk", "Dev") or ("Replication", "Mode") or ("Domain", "Name")
            or ("PciAddress", "Slot") or ("DriveAddress", "Unit") or ("UsbAddress", "Port");
}
