using System.Text.Json.Nodes;
using System.Xml.Linq;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.OnLibvirt;

/// <summary>Compares libvirt's command line with ours: the same nodes, objects and devices but for their names.</summary>
internal sealed class LibvirtComparison
{
    private static readonly string[] s_driveParts = ["controller", "bus", "target", "unit"];

    private readonly XElement _domain;
    private readonly Dictionary<string, JsonObject> _theirNodes;
    private readonly Dictionary<string, JsonObject> _ourNodes;
    private readonly Dictionary<string, JsonObject> _theirObjects;
    private readonly Dictionary<string, JsonObject> _ourObjects;
    private readonly IReadOnlyList<JsonObject> _theirDevices;
    private readonly Dictionary<string, JsonObject> _ourDevices;

    /// <summary>Our names of their nodes, objects and devices, found by where these stand.</summary>
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Nodes of theirs that stand over a plain raw image and that nothing else stands on.</summary>
    private readonly HashSet<string> _idle = [];

    public LibvirtComparison(string domain, LibvirtNative native, string[] blockdevArguments)
    {
        _domain = XElement.Parse(domain);
        _theirNodes = native.Blockdevs.ToDictionary(node => Text(node, "node-name"));
        _ourNodes = DocumentReader.Values(blockdevArguments, "-blockdev").ToDictionary(node => Text(node, "node-name"));
        _theirObjects = native.Objects.ToDictionary(item => Text(item, "id"));
        _ourObjects = DocumentReader.Values(blockdevArguments, "-object").ToDictionary(item => Text(item, "id"));
        _theirDevices = native.Devices;
        _ourDevices = DocumentReader.Values(blockdevArguments, "-device").ToDictionary(device => Text(device, "id"));
    }

    public void AssertSame()
    {
        CompareDevices();
        foreach (string name in _theirNodes.Keys.Where(name => !name.StartsWith("libvirt-", StringComparison.Ordinal)).ToArray())
        {
            // Nodes of our own in libvirt's command line, some of which no device stands on.
            CompareNodes(name, name);
            if (_theirNodes[name]["file"]?.GetValue<string>() is { } file && file.StartsWith("libvirt-", StringComparison.Ordinal)) AddIdle(file, name);
        }

        Assert.Equal(_ourNodes.Keys.Order(), _names.Values.Where(_ourNodes.ContainsKey).Concat(SkippedOfOurs()).Order());
        Assert.Equal(_theirNodes.Keys.Order(), _names.Keys.Where(_theirNodes.ContainsKey).Concat(_idle).Order());
        CompareObjects();
    }

    private IEnumerable<XElement> Disks => _domain.Element("devices")!.Elements("disk");

    private void CompareDevices()
    {
        bool ordersBoot = Disks.Any(disk => disk.Element("boot") is not null);
        bool asksForUsb = _domain.Element("devices")!.Elements("controller").Any(controller => controller.Attribute("type")!.Value == "usb");
        Dictionary<string, string> disks = Disks.ToDictionary(TheirDiskId, disk => disk.Element("target")!.Attribute("dev")!.Value);
        List<string> found = [];
        foreach (JsonObject device in _theirDevices.Where(device => !LibvirtDifferences.IsOwnDevice(device, asksForUsb, _ourDevices.Keys)))
        {
            string alias = device["id"]?.GetValue<string>() ?? "";
            string id = disks.GetValueOrDefault(alias, alias);
            if (device["driver"]!.GetValue<string>() == "isa-fdc") id = LibvirtDifferences.FloppyController;
            JsonObject ours = _ourDevices[id].DeepClone().AsObject();
            JsonObject theirs = LibvirtDifferences.Reduce(device, ours.ContainsKey("addr"), ordersBoot);
            found.Add(id);
            theirs["id"] = id;
            if (theirs["device_id"] is JsonValue name && name.GetValue<string>() == $"drive-{alias}") theirs["device_id"] = $"drive-{id}";
            if (theirs.ContainsKey("drive") && ours.ContainsKey("drive"))
            {
                CompareNodes(Text(theirs, "drive"), Text(ours, "drive"));
                theirs["drive"] = ours["drive"]!.DeepClone();
            }

            AssertEqual(ours, theirs);
        }

        Assert.Equal(_ourDevices.Keys.Order(), found.Order());
    }

    private void CompareNodes(string theirName, string ourName)
    {
        JsonObject theirs = _theirNodes[theirName].DeepClone().AsObject();
        JsonObject ours = _ourNodes[ourName].DeepClone().AsObject();
        if (Text(ours, "driver") == "raw" && Text(theirs, "driver") != "raw")
        {
            Assert.Subset(LibvirtDifferences.OfSkippedRawNode.ToHashSet(), ours.Select(member => member.Key).ToHashSet());
            AddIdle(theirName, ourName);
            CompareNodes(theirName, Text(ours, "file"));
            return;
        }

        if (Text(theirs, "driver") == "raw" && Text(ours, "driver") != "raw")
        {
            // A node of the usual name over the one that libvirt opens, with the same settings.
            string[] added = ["driver", "node-name", "file"];
            Assert.Equal(theirName, ourName);
            Assert.All(
                theirs.Where(member => !added.Contains(member.Key)), member => Assert.True(JsonNode.DeepEquals(member.Value, ours[member.Key]), member.Key));
            _idle.Add(theirName);
            CompareNodes(Text(theirs, "file"), ourName);
            return;
        }

        if (_names.TryGetValue(theirName, out string? known))
        {
            Assert.Equal(known, ourName);
            return;
        }

        _names.Add(theirName, ourName);
        theirs["node-name"] = ourName;
        if (theirs["tls-creds"] is JsonValue credentials && ours["tls-creds"] is JsonValue ourCredentials)
        {
            _names.Add(credentials.GetValue<string>(), ourCredentials.GetValue<string>());
            theirs["tls-creds"] = ourCredentials.GetValue<string>();
        }

        // A child that is missing on one side only stays, and is a difference.
        foreach (string key in new[] { "file", "backing" })
        {
            if (theirs[key] is not JsonValue theirChild || ours[key] is not JsonValue ourChild) continue;
            CompareNodes(theirChild.GetValue<string>(), ourChild.GetValue<string>());
            theirs.Remove(key);
            ours.Remove(key);
        }

        if (theirs["children"] is JsonArray theirChildren && ours["children"] is JsonArray ourChildren)
        {
            Assert.Equal(ourChildren.Count, theirChildren.Count);
            foreach ((JsonNode? theirChild, JsonNode? ourChild) in theirChildren.Zip(ourChildren))
            {
                CompareNodes(theirChild!.GetValue<string>(), ourChild!.GetValue<string>());
            }

            theirs.Remove("children");
            ours.Remove("children");
        }

        // libvirt opens what it attaches; which of several layers that is does not change what is below or above.
        if (theirs["top-id"] is JsonValue top) theirs["top-id"] = _names.GetValueOrDefault(top.GetValue<string>(), top.GetValue<string>());
        AssertEqual(ours, theirs);
    }

    /// <summary>The format nodes over a storage node, but for the one that is used.</summary>
    private void AddIdle(string storage, string used) => _idle.UnionWith(
        _theirNodes.Values.Where(node => node["file"]?.GetValue<string>() == storage).Select(node => Text(node, "node-name")).Where(name => name != used));

    private IEnumerable<string> SkippedOfOurs() => _ourNodes.Values
        .Where(node => Text(node, "driver") == "raw" && !_names.ContainsValue(Text(node, "node-name")) && _names.ContainsValue(Text(node, "file")))
        .Select(node => Text(node, "node-name"));

    private void CompareObjects()
    {
        IEnumerable<string> threads = _theirDevices.Select(device => device["iothread"]?.GetValue<string>()).OfType<string>();
        List<string> found = [];
        foreach (JsonObject item in _theirObjects.Values.Where(item => !LibvirtDifferences.IsOwnObject(item, threads)))
        {
            JsonObject theirs = LibvirtDifferences.Reduce(item);
            string id = _names.GetValueOrDefault(Text(theirs, "id"), Text(theirs, "id"));
            theirs["id"] = id;
            found.Add(id);
            AssertEqual(LibvirtDifferences.Reduce(_ourObjects[id]), theirs);
        }

        Assert.Equal(_ourObjects.Keys.Order(), found.Order());
    }

    /// <summary>What libvirt 9 names the device of a disk, by its bus and the letters of its dev.</summary>
    private static string TheirDiskId(XElement disk)
    {
        if (disk.Element("alias") is { } alias) return alias.Attribute("name")!.Value;

        if (disk.Element("address") is { } address && address.Attribute("type")!.Value == "drive")
        {
            string[] parts = [.. s_driveParts.Select(part => address.Attribute(part)!.Value)];
            string bus = disk.Element("target")!.Attribute("bus")!.Value;
            return bus == "scsi" ? $"scsi{string.Join('-', parts)}" : $"{bus}{parts[0]}-{parts[1]}-{parts[3]}";
        }

        int number = disk.Element("target")!.Attribute("dev")!.Value[2..].Aggregate(0, (sum, letter) => (sum * 26) + (letter - 'a' + 1)) - 1;
        return disk.Element("target")!.Attribute("bus")!.Value switch
        {
            "virtio" => $"virtio-disk{number}",
            "scsi" => $"scsi{number / 7}-0-0-{number % 7}",
            "sata" => $"sata{number / 6}-0-{number % 6}",
            "ide" => $"ide0-{number / 2}-{number % 2}",
            "usb" => $"usb-disk{number}",
            "fdc" => $"fdc0-0-{number}",
            string bus => throw new NotSupportedException(bus),
        };
    }

    private static string Text(JsonObject item, string key) =>
        item[key]?.GetValue<string>() ?? throw new KeyNotFoundException($"{key} of {item.ToJsonString()}");

    private static void AssertEqual(JsonObject expected, JsonObject actual)
    {
        if (!JsonNode.DeepEquals(expected, actual)) Assert.Equal(Sorted(expected), Sorted(actual));
    }

    private static string Sorted(JsonObject item) =>
        string.Join("\n", item
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}: {member.Value?.ToJsonString() ?? "null"}"));
}
