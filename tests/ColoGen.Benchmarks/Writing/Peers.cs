using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using System.Security;

namespace ColoGen.Benchmarks.Writing;

/// <summary>
/// What people use instead. Each writes the same elements or objects as the document, from an object tree that is ready:
/// a node has a name, texts and nodes below.
/// </summary>
public static class Peers
{
    private static readonly MemoryStream s_stream = new(16_384);
    private static readonly ArrayBufferWriter<byte> s_buffer = new(16_384);
    private static readonly Utf8JsonWriter s_json = new(s_buffer, new JsonWriterOptions { SkipValidation = true });
    private static readonly XmlSerializer s_serializer = new(typeof(Element));
    private static readonly XmlWriterSettings s_settings =
        new() { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    public static long ByXmlWriter(XElement document)
    {
        s_stream.SetLength(0);
        using (var writer = XmlWriter.Create(s_stream, s_settings)) Write(writer, document);
        return s_stream.Length;

        static void Write(XmlWriter writer, XElement element)
        {
            writer.WriteStartElement(element.Name.LocalName);
            foreach (XAttribute attribute in element.Attributes()) writer.WriteAttributeString(attribute.Name.LocalName, attribute.Value);
            if (!element.HasElements && element.Value.Length > 0) writer.WriteString(element.Value);
            foreach (XElement below in element.Elements()) Write(writer, below);
            writer.WriteEndElement();
        }
    }

    public static long ByXDocument(XElement document)
    {
        s_stream.SetLength(0);
        using (var writer = XmlWriter.Create(s_stream, s_settings)) new XElement(document).Save(writer);
        return s_stream.Length;
    }

    public static long ByXmlSerializer(Element document)
    {
        s_stream.SetLength(0);
        using (var writer = XmlWriter.Create(s_stream, s_settings)) s_serializer.Serialize(writer, document);
        return s_stream.Length;
    }

    public static int ByInterpolation(Secondary host) => Encoding.UTF8.GetBytes(
        $"""
        <devices>
          <hostdisk type='file' dev='parent0'>
            <driver name='qemu' type='qcow2'/>
            <source file='{SecurityElement.Escape(host.Parent.File)}' index='0'/>
            <backingStore/>
          </hostdisk>
          <disk type='quorum' device='disk'>
            <driver name='qemu' type='quorum' voteThreshold='{host.Root.VoteThreshold}' readPattern='fifo'/>
            <backingStore type='replication' index='1'>
              <driver name='qemu' type='replication' mode='secondary'/>
              <backingStore type='file' index='2'>
                <driver name='qemu' type='qcow2'/>
                <source file='{SecurityElement.Escape(host.Root.Local.Active.File)}'/>
                <backingStore type='file' index='3'>
                  <driver name='qemu' type='qcow2'/>
                  <source file='{SecurityElement.Escape(host.Root.Local.Active.Backing.File)}'/>
                  <backingStore type='replication'>
                    <reference dev='parent0' index='0'/>
                  </backingStore>
                </backingStore>
              </backingStore>
            </backingStore>
            <target dev='vda' bus='virtio'/>
            <boot order='{host.RootOrder}'/>
            <serial>{SecurityElement.Escape(host.RootSerial)}</serial>
          </disk>
          <disk type='network' device='disk'>
            <driver name='qemu' type='raw'/>
            <source protocol='nbd' name='{SecurityElement.Escape(host.Data.Export)}' index='0'>
              <host name='{SecurityElement.Escape(host.Data.Host)}' port='{host.Data.Port}'/>
            </source>
            <backingStore/>
            <target dev='vdb' bus='virtio'/>
            <boot order='{host.DataOrder}'/>
          </disk>
        </devices>

        """).Length;

    public static int ByUtf8JsonWriter(IReadOnlyList<JsonDocument> arguments)
    {
        s_buffer.ResetWrittenCount();
        foreach (JsonDocument document in arguments)
        {
            s_json.Reset(s_buffer);
            Write(document.RootElement);
            s_json.Flush();
        }

        return s_buffer.WrittenCount;

        static void Write(JsonElement element)
        {
            s_json.WriteStartObject();
            foreach (JsonProperty property in element.EnumerateObject())
            {
                switch (property.Value.ValueKind)
                {
                    case JsonValueKind.String:
                        s_json.WriteString(property.Name, property.Value.GetString());
                        break;
                    case JsonValueKind.Number:
                        s_json.WriteNumber(property.Name, property.Value.GetInt64());
                        break;
                    case JsonValueKind.True or JsonValueKind.False:
                        s_json.WriteBoolean(property.Name, property.Value.GetBoolean());
                        break;
                    case JsonValueKind.Object:
                        s_json.WritePropertyName(property.Name);
                        Write(property.Value);
                        break;
                    case JsonValueKind.Array:
                        s_json.WriteStartArray(property.Name);
                        foreach (JsonElement item in property.Value.EnumerateArray()) s_json.WriteStringValue(item.GetString());
                        s_json.WriteEndArray();
                        break;
                    default:
                        s_json.WriteNull(property.Name);
                        break;
                }
            }

            s_json.WriteEndObject();
        }
    }

    public static int ByJsonSerializer(IReadOnlyList<Node> nodes)
    {
        s_buffer.ResetWrittenCount();
        foreach (Node node in nodes)
        {
            s_json.Reset(s_buffer);
            JsonSerializer.Serialize(s_json, node, NodeContext.Default.Node);
        }

        return s_buffer.WrittenCount;
    }
}

/// <summary>A node of a block graph, as a serializer has it.</summary>
public sealed class Node
{
    [JsonPropertyName("driver")] public string? Driver { get; set; }
    [JsonPropertyName("node-name")] public string? NodeName { get; set; }
    [JsonPropertyName("id")] public string? Id { get; set; }
    [JsonPropertyName("serial")] public string? Serial { get; set; }
    [JsonPropertyName("bootindex")] public int? BootIndex { get; set; }
    [JsonPropertyName("drive")] public string? Drive { get; set; }
    [JsonPropertyName("filename")] public string? FileName { get; set; }
#pragma warning disable MA0016 // The serializer writes a dictionary faster than an interface.
    [JsonPropertyName("server")] public Dictionary<string, string>? Server { get; set; }
#pragma warning restore MA0016
    [JsonPropertyName("export")] public string? Export { get; set; }
    [JsonPropertyName("mode")] public string? Mode { get; set; }
    [JsonPropertyName("top-id")] public string? TopId { get; set; }
    [JsonPropertyName("vote-threshold")] public int? VoteThreshold { get; set; }
    [JsonPropertyName("read-pattern")] public string? ReadPattern { get; set; }
    [JsonPropertyName("auto-read-only")] public bool? AutoReadOnly { get; set; }
    [JsonPropertyName("read-only")] public bool? ReadOnly { get; set; }
    [JsonPropertyName("discard")] public string? Discard { get; set; }
    [JsonPropertyName("file")] public string? File { get; set; }
    [JsonPropertyName("backing")] public string? Backing { get; set; }
    [JsonPropertyName("children")] public string[]? Children { get; set; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Node))]
public sealed partial class NodeContext : JsonSerializerContext;

/// <summary>An element, as a serializer has it.</summary>
public sealed class Element
{
    [XmlAttribute("type")] public string? Type { get; set; }
    [XmlAttribute("device")] public string? Device { get; set; }
    [XmlAttribute("dev")] public string? Dev { get; set; }
    [XmlAttribute("bus")] public string? Bus { get; set; }
    [XmlAttribute("name")] public string? Name { get; set; }
    [XmlAttribute("index")] public string? Index { get; set; }
    [XmlAttribute("file")] public string? File { get; set; }
    [XmlAttribute("voteThreshold")] public string? VoteThreshold { get; set; }
    [XmlAttribute("readPattern")] public string? ReadPattern { get; set; }
    [XmlAttribute("mode")] public string? Mode { get; set; }
    [XmlAttribute("order")] public string? Order { get; set; }
    [XmlAttribute("protocol")] public string? Protocol { get; set; }
    [XmlAttribute("port")] public string? Port { get; set; }
    [XmlElement("element")] public List<Element> Elements { get; set; } = [];

    public static Element Of(XElement element) => new()
    {
        Type = element.Attribute("type")?.Value,
        Device = element.Attribute("device")?.Value,
        Dev = element.Attribute("dev")?.Value,
        Bus = element.Attribute("bus")?.Value,
        Name = element.Attribute("name")?.Value,
        Index = element.Attribute("index")?.Value,
        File = element.Attribute("file")?.Value,
        VoteThreshold = element.Attribute("voteThreshold")?.Value,
        ReadPattern = element.Attribute("readPattern")?.Value,
        Mode = element.Attribute("mode")?.Value,
        Order = element.Attribute("order")?.Value,
        Protocol = element.Attribute("protocol")?.Value,
        Port = element.Attribute("port")?.Value,
        Elements = [.. element.Elements().Select(Of)],
    };
}
