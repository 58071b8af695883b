using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>A setting of a kind of layer.</summary>
/// <param name="Name">The property of the attribute.</param>
internal sealed record LayerSetting(string Name, SettingType Type)
{
    /// <summary>The least number.</summary>
    public long Minimum { get; init; } = Type switch
    {
        SettingType.TcpPort => TcpPort.Minimum,
        SettingType.Size => 1,
        _ => 0,
    };

    /// <summary>The greatest number.</summary>
    public long Maximum { get; init; } = Type switch
    {
        SettingType.TcpPort => TcpPort.Maximum,
        SettingType.Size => long.MaxValue,
        _ => int.MaxValue,
    };

    /// <summary>The most bytes of a text in UTF-8; null where there is no limit.</summary>
    public int? MaximumBytes { get; init; } = Type switch
    {
        SettingType.HostPath => HostPath.MaximumBytes,
        SettingType.SocketPath => HostPath.MaximumSocketBytes,
        _ => null,
    };

    /// <summary>What is written where it is not given; null where nothing is.</summary>
    public DocumentValue? Default { get; init; }

    /// <summary>Whether it determines the graph, so that it can't be a value of run time.</summary>
    public bool IsConstantOnly { get; init; }

    /// <summary>Whether it is needed wherever it is declared, so that its property can't be null.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>Whether a path is that of a folder.</summary>
    public bool IsFolder { get; init; }

    /// <summary>Whether an empty text is a value.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Whether its limits depend on the tree, so that a rule of its own checks them.</summary>
    public bool IsLimitedByTree { get; init; }

    public bool IsNumber => Type is SettingType.TcpPort or SettingType.Number or SettingType.Size;

    /// <summary>Whether it is a path on the host.</summary>
    public bool IsHostPath => Type is SettingType.HostPath or SettingType.SocketPath;
}

internal enum SettingType
{
    Text,

    /// <summary>An absolute path of a file, device or folder.</summary>
    HostPath,

    /// <summary>An absolute path of a Unix socket.</summary>
    SocketPath,

    /// <summary>A host's name or address, without a port.</summary>
    HostName,
    TcpPort,
    Number,

    /// <summary>A number of bytes.</summary>
    Size,
    Boolean,
    Enum,
    Uuid,
}
