using System.ComponentModel;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>The path of a Unix socket, as libvirt's schema takes it: <c>NbdSource.Socket</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AbsoluteSocketPath : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => SocketPath.IsValidPlain(text) && PathChecking.IsAbsolute(text);

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: true) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.AbsoluteSocketPath, text, property);
}
