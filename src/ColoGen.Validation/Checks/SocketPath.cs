using System.ComponentModel;
using System.Text;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>The path of a Unix socket: <c>NbdSource.Socket</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SocketPath : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => PathChecking.IsFile(text) && Encoding.UTF8.GetByteCount(text) <= Core.Layers.HostPath.MaximumSocketBytes;

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: true) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.SocketPath, text, property);
}
