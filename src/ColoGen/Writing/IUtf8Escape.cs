using System.Buffers;
using System.ComponentModel;

namespace ColoGen.Writing;

/// <summary>How one kind of document carries a text. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUtf8Escape
{
    /// <summary>The most bytes that one UTF-16 code unit can become.</summary>
    static abstract int MaxBytesPerChar { get; }

    /// <summary>The characters that are replaced, all of them ASCII.</summary>
    static abstract SearchValues<char> Special { get; }

    /// <summary>What stands for a special character.</summary>
    static abstract ReadOnlySpan<byte> Replacement(char special);

    /// <summary>Refuses a text that the document can't carry.</summary>
    /// <exception cref="ArgumentException">Names the property.</exception>
    static abstract void Validate(string value, string property);
}
