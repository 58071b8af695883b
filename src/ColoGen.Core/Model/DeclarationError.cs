namespace ColoGen.Core.Model;

/// <summary>An error of a declaration that the model can't represent.</summary>
/// <param name="Path">
/// The path of the member; empty for the type itself; <c>#</c> and a number for a member of the type that no path leads to, by its place among them.
/// </param>
/// <param name="Detail">The type, name or limit that it is about.</param>
internal sealed record DeclarationError(DeclarationErrorKind Kind, string Path, string Detail)
{
    /// <summary>The setting that a member is similar to; null where the error is another.</summary>
    public SimilarSetting? Similar { get; init; }

    /// <summary>A member that holds a layer and is in no document.</summary>
    /// <param name="advice">How it gets into the documents.</param>
    public static DeclarationError NotAttached(string path, string member, string advice) =>
        new(DeclarationErrorKind.NotAttached, path, $"'{member}' holds a layer and is in no document: {advice}");
}

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

    /// <summary>A member that holds a layer, and is neither attached nor an edge.</summary>
    NotAttached,

    /// <summary>A list of layers that may be null, or whose items may be.</summary>
    NullableList,

    /// <summary>A pair has no such host.</summary>
    NoHost,

    /// <summary>A setting, edge or disk that other assemblies do not see, in a type that they do.</summary>
    InternalMember,

    /// <summary>A layer whose base type is a layer with another declaration.</summary>
    DerivedLayer,

    /// <summary>A record with other disks or settings than its base type, which is a topology or a pair.</summary>
    DerivedTopology,

    /// <summary>Something of the declaration that another generator adds, which this generator does not see.</summary>
    AddedByGenerator,

    /// <summary>A type or namespace with a name that generated code needs.</summary>
    ReservedTypeName,

    /// <summary>An attribute where nothing reads it.</summary>
    UnreadAttribute,

    /// <summary>A member that is no setting, with a name like that of one.</summary>
    SimilarMember,

    /// <summary>A property that is neither a setting nor a layer.</summary>
    UnusedMember,
}
