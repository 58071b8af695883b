using System.ComponentModel;

namespace ColoGen.Serialization;

/// <summary>
/// The documents of a topology and the command lists of a pair as types, so that the JIT compiles code for each of them. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DocumentKind
{
    /// <summary>Writes one document of one topology.</summary>
    /// <typeparam name="TDocument">The document: one of the structs of <see cref="DocumentKind"/>.</typeparam>
    /// <remarks>
    /// Implemented by a struct that holds the topology: JIT and AOT compilers then generate separate code for each document. With a class as the type
    /// argument, all documents would share code with run-time lookups.
    /// </remarks>
    public interface ITemplate<TDocument>
        where TDocument : struct
    {
        /// <summary>Whether the document has lists. Their values are read a second time when they are written.</summary>
        static virtual bool HasLists => false;

        /// <summary>Whether the document has more parts than the JIT inlines. Each part is then written by a call.</summary>
        static virtual bool IsLong => false;

        /// <summary>Reads and writes the document, and returns the sink in its new state.</summary>
        /// <remarks>The sink is passed by value, so that its fields stay in registers.</remarks>
        TSink Write<TSink>(TSink sink)
            where TSink : struct, IUtf8Sink;
    }

    /// <summary><see cref="ITreeXml"/>.</summary>
    public readonly struct TreeXml;

    /// <summary><see cref="IDomainXml"/>.</summary>
    public readonly struct DomainXml;

    /// <summary><see cref="IDeviceXml"/>.</summary>
    public readonly struct DeviceXml;

    /// <summary><see cref="IBlockdevArguments"/>.</summary>
    public readonly struct BlockdevArguments;

    /// <summary><see cref="IQmp"/>.</summary>
    public readonly struct Qmp;

    /// <summary><see cref="IQmpInverse"/>.</summary>
    public readonly struct QmpInverse;

    /// <summary><see cref="IDriveArguments"/>.</summary>
    public readonly struct DriveArguments;

    /// <summary><see cref="IMermaid"/>.</summary>
    public readonly struct Mermaid;

    /// <summary><see cref="IDot"/>.</summary>
    public readonly struct Dot;

    /// <summary><see cref="ColoCommands.SecondaryPrepare"/>.</summary>
    public readonly struct SecondaryPrepare;

    /// <summary><see cref="ColoCommands.SecondaryRelease"/>.</summary>
    public readonly struct SecondaryRelease;

    /// <summary><see cref="ColoCommands.SecondaryFailover"/>.</summary>
    public readonly struct SecondaryFailover;

    /// <summary><see cref="ColoCommands.PrimaryAttach"/>.</summary>
    public readonly struct PrimaryAttach;

    /// <summary><see cref="ColoCommands.PrimaryDetach"/>.</summary>
    public readonly struct PrimaryDetach;

    /// <summary><see cref="ColoCommands.PrimaryFailover"/>.</summary>
    public readonly struct PrimaryFailover;

    /// <summary><see cref="ColoCommands.SurvivorAttach"/>.</summary>
    public readonly struct SurvivorAttach;

    /// <summary><see cref="ColoCommands.SurvivorDetach"/>.</summary>
    public readonly struct SurvivorDetach;

    /// <summary><see cref="ColoCommands.SurvivorFailover"/>.</summary>
    public readonly struct SurvivorFailover;

    /// <summary><see cref="ColoCommands.Start"/>.</summary>
    public readonly struct Start;

    /// <summary><see cref="ColoCommands.CheckpointDelay"/>.</summary>
    public readonly struct CheckpointDelay;

    /// <summary><see cref="ColoCommands.Mirror"/>.</summary>
    public readonly struct Mirror;

    /// <summary><see cref="ColoCommands.MirrorFinish"/>.</summary>
    public readonly struct MirrorFinish;

    /// <summary><see cref="ColoCommands.MirrorCancel"/>.</summary>
    public readonly struct MirrorCancel;

    /// <summary><see cref="ColoCommands.MirrorDetach"/>.</summary>
    public readonly struct MirrorDetach;
}
