namespace ColoGen.Control;

/// <summary>The current role of a host in the pair, whatever role it was started in.</summary>
public enum ColoSide
{
    /// <summary>It runs the guest and sends checkpoints: <c>mode</c> <c>primary</c> of <c>query-colo-status</c>.</summary>
    Primary,

    /// <summary>It receives checkpoints: <c>mode</c> <c>secondary</c> of <c>query-colo-status</c>.</summary>
    Secondary,
}
