using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>A layer whose backing is a layer of another tree.</summary>
/// <param name="Reference">The reference to that layer, bound if it is open and something binds it.</param>
/// <param name="Disk">The tree that the reference names; null where there is none.</param>
/// <param name="Backing">The layer that it names; null where there is none.</param>
internal sealed record BackingReference(OpenedLayer Opened, Reference Reference, Attachment? Disk, Layer? Backing)
{
    public Attachment Attachment => Opened.Attachment;

    public Layer Layer => Opened.Layer;

    /// <summary>Whether it names the top layer of its tree.</summary>
    public bool IsToTop => Backing is not null && ReferenceEquals(Backing, Disk?.Top);

    /// <summary>The secondary replication whose hidden disk it is, and whose secondary disk is <see cref="Disk"/>.</summary>
    public Layer? Replication => Disk is not null && Opened.IsHidden ? Opened.UnderSecondary : null;
}
