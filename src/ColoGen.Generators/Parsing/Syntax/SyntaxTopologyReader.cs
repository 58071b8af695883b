using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>Reads a record with <c>[Topology]</c> from what is written, and gives what <see cref="TopologyReader"/> gives; null where only the compiler knows, or something is wrong.</summary>
internal sealed class SyntaxTopologyReader
{
    private static readonly HashSet<string> s_generated = [.. GeneratedMembers.OfTopology()];

    private readonly Names _names;
    private readonly DeclaredRecord _record;
    private readonly Access _access;
    private readonly SyntaxLayerReader _layers;
    private readonly List<Attachment> _attachments = [];
    private readonly List<(string Dev, Setting Setting)> _diskSettings = [];

    private SyntaxTopologyReader(Names names, DeclaredRecord record, Access access, List<SyntaxTree> trees)
    {
        (_names, _record, _access) = (names, record, access);
        _layers = new SyntaxLayerReader(names, trees);
    }

    /// <param name="access">The way to it: none, or the property of a pair that holds it.</param>
    /// <param name="trees">Takes the files that are read.</param>
    public static Topology? Read(Names names, DeclaredRecord record, Access access, List<SyntaxTree> trees) =>
        new SyntaxTopologyReader(names, record, access, trees).Read();

    private Topology? Read()
    {
        if (SyntaxTypeReader.Read(_record, s_generated) is not { } declaration || _record.Attributes.Find("Topology") is null) return null;
        EquatableArray<Setting>? domain = null;
        if (_record.Attributes.Find("Domain") is { } attribute)
        {
            if (_layers.ReadSettings(attribute, _record, _access) is not { } settings) return null;
            domain = settings.ToEquatableArray();
        }

        foreach (DeclaredMember member in _record.Members)
        {
            if (!ReadAttachment(member) || !ReadDiskSettings(member)) return null;
        }

        return AddRunTimeSettings() ? new Topology(declaration, domain, _attachments.ToEquatableArray(), default) : null;
    }

    private bool ReadAttachment(DeclaredMember member)
    {
        DeclaredAttribute? disk = member.Attributes.Find("Disk");
        DeclaredAttribute? hostDisk = member.Attributes.Find("HostDisk");
        if ((disk ?? hostDisk) is not { } attach) return member.Written.IsConstant || _layers.TypeOf(member) is { Layer: null };
        if ((disk is not null && hostDisk is not null) || member.Written.IsConstant) return false;
        if (_layers.TypeOf(member) is not { Layer: not null, Count: null } type || _layers.ReadEdge(member, type, _access) is not { } edge) return false;
        if (ArgumentReader.Read(_names, attach) is not { } settings || !_layers.TryReadReference(member.Attributes, out Reference? binding)) return false;
        EquatableArray<Setting>? export = null;
        if (member.Attributes.Find("NbdExport") is { } attribute)
        {
            if (ArgumentReader.Read(_names, attribute) is not { } exportSettings) return false;
            export = exportSettings.ToEquatableArray();
        }

        string dev = settings.ToEquatableArray().GetText("Dev") ?? "";
        settings.RemoveAll(setting => setting.Name == "Dev");
        _attachments.Add(new Attachment(dev, disk is null, settings.ToEquatableArray(), edge, binding, export));
        return true;
    }

    private bool ReadDiskSettings(DeclaredMember member)
    {
        foreach (DeclaredAttribute attribute in member.Attributes)
        {
            if (!attribute.Schema.IsDiskSetting) continue;
            if (member.Written.IsConstant || _names.DiskSetting(attribute.Schema.Kind) is not { } wanted) return false;
            if (ArgumentReader.Read(_names, attribute) is not { } arguments || _layers.ReadRunTime(member, wanted.Type, _access) is not { } value) return false;
            _diskSettings.Add((arguments.ToEquatableArray().GetText("Dev") ?? "", new Setting(attribute.Schema.Kind, value)));
        }

        return true;
    }

    /// <summary>Each setting must have its disk, and the disk no other value for it.</summary>
    private bool AddRunTimeSettings()
    {
        foreach ((string dev, Setting setting) in _diskSettings)
        {
            bool isFound = false;
            for (int at = 0; at < _attachments.Count; at++)
            {
                Attachment attachment = _attachments[at];
                if (attachment.Dev != dev || attachment.IsHostDisk) continue;
                if (attachment.Settings.Get(setting.Name) is not null) return false;
                _attachments[at] = attachment with { Settings = [.. attachment.Settings, setting] };
                isFound = true;
            }

            if (!isFound) return false;
        }

        return true;
    }
}
