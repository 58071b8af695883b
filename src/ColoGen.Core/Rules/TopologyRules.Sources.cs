using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_missingFormat = new(
        "COLO0101", "A layer has no format", "'{0}' has no format, and libvirt would take it for raw: add Format = DiskFormat.Qcow2, or what the image is", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => LayerKinds.Get(layer.Kind).IsSource && string.IsNullOrEmpty(layer.Format)
            ? [new Finding(new Place(layer.Path, "Format"), layer.TypeName)
            {
                Fixes = [new Fix("Format", "global::ColoGen.DiskFormat.Qcow2"), new Fix("Format", "global::ColoGen.DiskFormat.Raw")],
            }]
            : [],
    };

    private static readonly Rule s_formatWithoutBacking = new(
        "COLO0102", "A format can't have a backing layer", "'{0}' has a backing layer, which the format {1} can't have: use qcow2, or take the backing away", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Format is { Length: > 0 } format && !DiskFormats.CanHaveBacking(format) && (layer.Edges.Count > 0 || layer.Reference is not null)
            ? [new Finding(new Place(layer.Path, "Format"), layer.TypeName, DiskFormats.Driver(format))]
            : [],
    };

    private static readonly Rule s_missingSetting = new(
        "COLO0103", "A setting is missing", "'{0}' has no {1}: give it in the attribute, or as a property of that name", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => Findings.OfEach(layer, LayerKinds.Get(layer.Kind).Required, static (layer, names) => layer.Settings.HasAny(names)
            ? null
            : new Finding(new Place(layer.Path, names[0]), layer.TypeName, string.Join(" or ", names))),
        OfTopology = index => index.Topology.Domain is { } domain && domain.Get("Name") is (null or TextConstant { Text: "" })
            ? [new Finding(new Place("", "Domain.Name"), index.Topology.Type.Name, "Name")]
            : [],
        OfPair = pair => new[] { "NbdHost", "NbdPort", "MigrationHost", "MigrationPort" }
            .Where(name => pair.Settings.Get(name) is null)
            .Select(name => new Finding(new Place("", "ColoPair." + name), pair.Type.Name, name)),
    };

    private static readonly Rule s_character = new(
        "COLO0104", "A constant has a character that no document can carry", "{0} of '{1}' has the character U+{2}, which XML can't carry: take it out", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => Unfit(layer.Path, layer.TypeName, layer.Settings),
        OfAttachment = (_, attachment) => Unfit(attachment.Path, attachment.Dev, attachment.Settings)
            .Then(Unfit(attachment.Path, attachment.Dev, attachment.Export ?? default)),
        OfTopology = index => Unfit("", index.Topology.Type.Name, index.Topology.Domain ?? default),
        OfPair = pair => Unfit("", pair.Type.Name, pair.Settings),
    };

    private static readonly Rule s_secret = new(
        "COLO0105", "An encrypted image without its secret", "'{0}' is encrypted and needs both SecretFile, for QEMU, and SecretUuid, for libvirt; only qcow2 and luks can be encrypted", RuleSeverity.Error, RuleCategory.Sources)
    {
        OfLayer = layer => layer.Format is { Length: > 0 } format && IsWronglyEncrypted(layer, format)
            ? [new Finding(new Place(layer.Path, layer.Settings.Get("SecretFile") is null ? "Format" : "SecretFile"), layer.TypeName)]
            : [],
    };

    private static IEnumerable<Finding> Unfit(string path, string owner, EquatableArray<Setting> settings) => Findings.OfEach((path, owner), settings, static (at, setting) =>
        setting.Value is TextConstant { Text: var text } && FirstUnfit(text) is >= 0 and var unfit
            ? new Finding(new Place(at.path, setting.Name), setting.Name, at.owner, ((int)text[unfit]).ToString("X4", CultureInfo.InvariantCulture))
            : null);

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
        return format == "Luks" ? !(hasFile && hasUuid) : hasFile != hasUuid || (hasFile && !DiskFormats.CanBeEncrypted(format));
    }
}
