using System.Globalization;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_missingFormat = new(
        "COLO0101",
        "A layer has no format",
        "'{0}' at '{1}' has no format, and libvirt would take it for raw: add Format = DiskFormat.Qcow2, or what the image is",
        RuleSeverity.Error,
        RuleCategory.Sources,
        index => Layers(index)
            .Where(layer => LayerKinds.Get(layer.Kind).IsSource && string.IsNullOrEmpty(layer.Format))
            .Select(layer => new Finding(layer.Path, layer.TypeName, layer.Path)));

    private static readonly Rule s_formatWithoutBacking = new(
        "COLO0102",
        "A format can't have a backing layer",
        "'{0}' at '{1}' has a backing layer, which the format {2} can't have: use qcow2, or take the backing away",
        RuleSeverity.Error,
        RuleCategory.Sources,
        index => Layers(index)
            .Where(layer => layer.Format is { Length: > 0 } format && !Formats.CanHaveBacking(format) && (layer.Edges.Count > 0 || layer.Reference is not null))
            .Select(layer => new Finding(layer.Path, layer.TypeName, layer.Path, Formats.Driver(layer.Format!))));

    private static readonly Rule s_missingSetting = new(
        "COLO0103",
        "A setting is missing",
        "'{0}' at '{1}' has no {2}: give it in the attribute, or as a property of that name",
        RuleSeverity.Error,
        RuleCategory.Sources,
        index => Layers(index).SelectMany(layer => LayerKinds.Get(layer.Kind).Required
                .Where(names => names.Split('|').All(name => layer.Settings.Get(name) is null))
                .Select(names => new Finding(layer.Path, layer.TypeName, layer.Path, names.Replace("|", " or "))))
            .Concat(MissingName(index.Topology)));

    private static readonly Rule s_character = new(
        "COLO0104",
        "A constant has a character that no document can carry",
        "{0} of '{1}' has the character U+{2}, which XML can't carry and QEMU would cut at: take it out",
        RuleSeverity.Error,
        RuleCategory.Sources,
        index => AllSettings(index).SelectMany(item => item.Settings.Select(setting => (item.Path, setting)))
            .Where(item => item.setting.Value is TextConstant { Text: var text } && FirstUnfit(text) >= 0)
            .Select(item =>
            {
                string text = ((TextConstant)item.setting.Value).Text;
                return new Finding(item.Path, item.setting.Name, item.Path, ((int)text[FirstUnfit(text)]).ToString("X4", CultureInfo.InvariantCulture));
            }));

    private static readonly Rule s_secret = new(
        "COLO0105",
        "An encrypted image without its secret",
        "'{0}' at '{1}' is encrypted and needs both SecretFile, for QEMU, and SecretUuid, for libvirt; only qcow2 and luks can be encrypted",
        RuleSeverity.Error,
        RuleCategory.Sources,
        index => Layers(index)
            .Where(layer => layer.Format is { Length: > 0 } format && IsWronglyEncrypted(layer, format))
            .Select(layer => new Finding(layer.Path, layer.TypeName, layer.Path)));

    private static IEnumerable<Layer> Layers(TopologyIndex index) =>
        index.Topology.Attachments.SelectMany(attachment => attachment.Top.PreOrder());

    private static IEnumerable<(string Path, Infrastructure.EquatableArray<Setting> Settings)> AllSettings(TopologyIndex index) =>
        Layers(index).Select(layer => (layer.Path, layer.Settings))
            .Concat(index.Topology.Attachments.Select(attachment => (attachment.Path, attachment.Settings)))
            .Concat(index.Topology.Attachments.Select(attachment => (attachment.Path, attachment.Export ?? default)))
            .Append(("", index.Topology.Domain ?? default));

    private static IEnumerable<Finding> MissingName(Topology topology) =>
        topology.Domain is { } domain && (domain.Get("Name") is null || domain.GetText("Name") == "")
            ? [new Finding("", topology.Type.Name, "Domain", "Name")]
            : [];

    private static int FirstUnfit(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            char character = text[at];
            if (character is '\t' or '\n' or '\r') continue;
            if (character is < ' ' or '\uFFFE' or '\uFFFF') return at;
            if (!char.IsSurrogate(character)) continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(character, text[at + 1])) return at;
            at++;
        }

        return -1;
    }

    private static bool IsWronglyEncrypted(Layer layer, string format)
    {
        bool hasFile = layer.Settings.Get("SecretFile") is not null;
        bool hasUuid = layer.Settings.Get("SecretUuid") is not null;
        return format == "Luks" ? !(hasFile && hasUuid) : hasFile != hasUuid || (hasFile && !Formats.CanBeEncrypted(format));
    }
}
