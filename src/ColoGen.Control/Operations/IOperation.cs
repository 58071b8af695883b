namespace ColoGen.Control.Operations;

/// <summary>An operation of the controller. An instance runs once.</summary>
internal interface IOperation
{
    /// <summary>The state of the pair if <see cref="RunAsync"/> throws.</summary>
    PairState StateOnFailure { get; }

    /// <returns>The state of the pair after the operation.</returns>
    /// <exception cref="ColoException">A step failed.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    Task<PairState> RunAsync(CancellationToken cancellationToken);
}
