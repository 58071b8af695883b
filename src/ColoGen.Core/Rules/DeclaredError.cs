using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>An error of a declaration's parsing.</summary>
/// <param name="Owner">The type of the layer, topology or pair.</param>
/// <param name="Layer">The layer, where it is one.</param>
internal readonly record struct DeclaredError(DeclarationError Error, string Owner, Layer? Layer)
{
    public string Path => Error.Path;

    public string Detail => Error.Detail;

    /// <summary>The member, or the type where the error is of the type itself.</summary>
    public string PathOrOwner => Error.Path.Length == 0 ? Owner : Error.Path;
}
