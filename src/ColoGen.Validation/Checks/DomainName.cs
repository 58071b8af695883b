using System.ComponentModel;
using ColoGen.Core.Model;
using ColoGen.Serialization;

namespace ColoGen.Validation.Checks;

/// <summary>The name of a domain: <c>Domain.Name</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DomainName : ITextCheck
{
    /// <inheritdoc/>
    public static bool IsValidPlain(string text) => TextChecking.IsDomainName(text);

    /// <inheritdoc/>
    public static bool IsValid(string text) => TextChecking.HasValidCharacters(text, isPath: false) && IsValidPlain(text);

    /// <inheritdoc/>
    public static void Check(string text, string property) => TextChecking.Check(TextCheck.DomainName, text, property);
}
