using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;

namespace ColoGen.Core.Declarations;

/// <summary>The rules about the text of one setting by itself.</summary>
internal static class TextRules
{
    private static readonly Rule[] s_errors = [.. RuleCatalog.All.Where(rule => rule is { Severity: RuleSeverity.Error, OfSetting: not null })];

    private static readonly Rule[] s_errorsOfLibvirt = [.. s_errors, SourceRules.RelativePath];

    /// <summary>The first error of a text that is the value of a setting; null where it has none.</summary>
    /// <param name="property">The path of the property that has the text.</param>
    public static RuleDiagnostic? FirstError(TextCheck check, string text, string property)
    {
        int end = property.LastIndexOf('.');
        string owner = end < 0 ? property : property.Substring(0, end);
        (DeclarationKind kind, string? attribute, string name) = SettingOf(check);
        LayerKind? layerKind = attribute is null ? null : LayerKinds.Find(attribute);
        var setting = new DeclaredSetting(kind, "", owner, new Setting(name, new TextConstant(text)), layerKind);
        return (kind == DeclarationKind.Disk ? ErrorOfDisk(check, name, owner, text) : null)
            ?? Find(check is TextCheck.AbsolutePath or TextCheck.AbsoluteSocketPath ? s_errorsOfLibvirt : s_errors, setting);
    }

    /// <summary>One of the settings that have the check.</summary>
    private static (DeclarationKind Kind, string? Attribute, string Setting) SettingOf(TextCheck check) => check switch
    {
        TextCheck.Serial or TextCheck.ScsiSerial or TextCheck.UsbSerial => (DeclarationKind.Disk, null, nameof(DiskAttribute.Serial)),
        TextCheck.Vendor => (DeclarationKind.Disk, null, nameof(DiskAttribute.Vendor)),
        TextCheck.Product => (DeclarationKind.Disk, null, nameof(DiskAttribute.Product)),
        TextCheck.DomainName => (DeclarationKind.Domain, null, nameof(DomainAttribute.Name)),
        TextCheck.DomainUuid => (DeclarationKind.Domain, null, nameof(DomainAttribute.Uuid)),
        TextCheck.Emulator => (DeclarationKind.Domain, null, nameof(DomainAttribute.Emulator)),
        TextCheck.NbdHost => (DeclarationKind.Pair, null, nameof(ColoPairAttribute.NbdHost)),
        TextCheck.MigrationHost => (DeclarationKind.Pair, null, nameof(ColoPairAttribute.MigrationHost)),
        TextCheck.SocketPath or TextCheck.AbsoluteSocketPath =>
            (DeclarationKind.Layer, AttributeName.Of<NbdSourceAttribute>(), nameof(NbdSourceAttribute.Socket)),
        TextCheck.HostName => (DeclarationKind.Layer, AttributeName.Of<NbdSourceAttribute>(), nameof(NbdSourceAttribute.Host)),
        TextCheck.ExportName => (DeclarationKind.Layer, AttributeName.Of<NbdSourceAttribute>(), nameof(NbdSourceAttribute.Export)),
        TextCheck.FolderPath => (DeclarationKind.Layer, AttributeName.Of<NbdSourceAttribute>(), nameof(NbdSourceAttribute.TlsDir)),
        TextCheck.Text => (DeclarationKind.Layer, AttributeName.Of<NbdSourceAttribute>(), nameof(NbdSourceAttribute.TlsHostname)),
        TextCheck.Uuid => (DeclarationKind.Layer, AttributeName.Of<FileSourceAttribute>(), nameof(SourceAttribute.SecretUuid)),
        _ => (DeclarationKind.Layer, AttributeName.Of<FileSourceAttribute>(), nameof(FileSourceAttribute.File)),
    };

    private static RuleDiagnostic? Find(Rule[] rules, DeclaredSetting setting)
    {
        foreach (Rule rule in rules)
        {
            if (rule.OfSetting!(setting).FirstOrDefault() is { } result) return new RuleDiagnostic(rule, result);
        }

        return null;
    }

    private static RuleDiagnostic? ErrorOfDisk(TextCheck check, string name, string owner, string text)
    {
        DiskSettingCheck setting = DiskSettingTable.All.First(setting => setting.Name == name).Check!;
        DiskBus? bus = check switch
        {
            TextCheck.ScsiSerial => DiskBus.Scsi,
            TextCheck.UsbSerial => DiskBus.Usb,
            _ => null,
        };
        return setting.InvalidText(bus, text) is { } reason
            ? new RuleDiagnostic(RuleCatalog.All.First(rule => rule.Id == setting.Rule), new RuleResult(owner, name, owner, text, reason))
            : null;
    }
}
