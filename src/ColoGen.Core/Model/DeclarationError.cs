namespace ColoGen.Core.Model;

/// <summary>An error of a declaration that the model can't represent.</summary>
/// <param name="Path">The path of the member; empty for the type itself.</param>
/// <param name="Detail">The type, name or limit that it is about.</param>
internal sealed record DeclarationError(DeclarationErrorKind Kind, string Path, string Detail);

internal enum DeclarationErrorKind
{
    /// <summary>The topology, or a layer, is not a record.</summary>
    NotARecord,

    /// <summary>The topology or a type around it is not partial.</summary>
    NotPartial,

    /// <summary>The language is older than the generated code.</summary>
    OldLanguage,

    /// <summary>A member of the topology has the name of a generated one.</summary>
    MemberInTheWay,

    /// <summary>The property of an attached tree, or an edge, is not a layer.</summary>
    NotALayer,

    /// <summary>A record has two layer attributes.</summary>
    SeveralKinds,

    /// <summary>A record contains itself.</summary>
    Recursive,

    /// <summary>The topology has more layers than can be handled.</summary>
    TooLarge,

    /// <summary>A property that should give a setting has a type that can't.</summary>
    UnsupportedType,

    /// <summary>A property that is needed can't be read from the topology.</summary>
    Inaccessible,

    /// <summary>A setting that is an attribute's argument and a property at once.</summary>
    GivenTwice,

    /// <summary>A disk that names a dev which the topology has not.</summary>
    UnknownDev,

    /// <summary>A property of a layer's type that is attached to nothing.</summary>
    NotAttached,

    /// <summary>A list of layers that may be null, or whose items may be.</summary>
    NullableList,

    /// <summary>A pair has no such host.</summary>
    NoHost,
}
