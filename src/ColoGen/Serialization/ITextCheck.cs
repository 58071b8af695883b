using System.ComponentModel;

namespace ColoGen.Serialization;

/// <summary>What the rules require of the text of a setting. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextCheck
{
    /// <summary>Whether no rule reports an error for a text of characters from U+0020 to U+D7FF. Does not allocate if there is none.</summary>
    static abstract bool IsValidPlain(string text);

    /// <summary>Whether no rule reports an error. Does not allocate if there is none.</summary>
    /// <returns><see langword="false"/> if <see cref="Check"/> has to be called.</returns>
    static abstract bool IsValid(string text);

    /// <summary>Throws if a rule reports an error.</summary>
    /// <param name="text">The text.</param>
    /// <param name="property">The path of the property that has it.</param>
    /// <exception cref="ArgumentException">A rule reports an error. The message has the id of the rule, and the parameter name is the path.</exception>
    static abstract void Check(string text, string property);
}
