namespace ColoGen.Control;

/// <summary>What a host does in the pair at the moment, whatever it was declared to be.</summary>
public enum ColoSide
{
    /// <summary>It runs the guest, and sends checkpoints: <c>mode</c> <c>primary</c> of <c>query-colo-status</c>.</summary>
    Primary,

    /// <summary>It follows: <c>mode</c> <c>secondary</c> of <c>query-colo-status</c>.</summary>
    Secondary,
}
