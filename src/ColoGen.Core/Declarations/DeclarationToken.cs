namespace ColoGen.Core.Declarations;

/// <summary>The tokens of a declaration's text that are no names.</summary>
internal static class DeclarationToken
{
    public const string Disk = "disk";

    public const string HostDisk = "host";

    /// <summary>What may be given is not.</summary>
    public const string None = "-";

    public const string Given = "+";

    /// <summary>A reference without a dev.</summary>
    public const string Open = "?";

    /// <summary>Before a text.</summary>
    public const string Text = "T";

    /// <summary>Before a number.</summary>
    public const string Number = "N";

    /// <summary>Before 0 or 1.</summary>
    public const string Boolean = "B";

    /// <summary>Before the member of an enum.</summary>
    public const string Enum = "E";

    /// <summary>Before the name of a property, which has the value.</summary>
    public const string Property = "P";

    /// <summary>Before the name of a property, which has the value or is null.</summary>
    public const string NullableProperty = "O";

    /// <summary>A token as one line.</summary>
    public static string Encode(string token) => token.Replace("%", "%25").Replace("\n", "%0A");

    /// <summary>The token that a line is.</summary>
    public static string Decode(string line) => line.Replace("%0A", "\n").Replace("%25", "%");
}
