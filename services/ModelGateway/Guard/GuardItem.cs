using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>Something that waits in a lane.</summary>
abstract class GuardItem
{
    int _taken;

    internal abstract CallFacts Call { get; }

    internal abstract IEnumerable<Demand> Meters { get; }

    /// <summary>Whether it is the caller's now: a lane takes what is still wanted, and a caller takes back what no lane has begun.</summary>
    internal bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    internal abstract void Fail(Exception error);
}

/// <summary>Something that waits in a lane for an answer.</summary>
/// <typeparam name="TResult">The answer.</typeparam>
abstract class GuardItem<TResult> : GuardItem
{
    readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<TResult> Result => _result.Task;

    internal void Succeed(TResult result) => _result.TrySetResult(result);

    internal override void Fail(Exception error) => _result.TrySetException(error);

    /// <summary>Takes it out of the lane, unless its group has begun.</summary>
    internal void Withdraw(CancellationToken cancellationToken)
    {
        if (TryTake())
        {
            _result.TrySetCanceled(cancellationToken);
        }
    }
}

/// <param name="admission">What is asked for.</param>
/// <param name="isRetry">Whether an earlier try may have been committed without our knowing.</param>
sealed class AdmissionItem(Admission admission, bool isRetry) : GuardItem<AdmissionResult>
{
    internal Admission Admission => admission;

    internal bool IsRetry => isRetry;

    internal override CallFacts Call => admission.Call;

    internal override IEnumerable<Demand> Meters => admission.Held is { } held ? admission.Demands.Concat(held.Holds) : admission.Demands;
}

/// <param name="settlement">What is to be booked.</param>
sealed class SettlementItem(Settlement settlement) : GuardItem<SettlementResult>
{
    internal Settlement Settlement => settlement;

    internal override CallFacts Call => settlement.Call.Call;

    internal override IEnumerable<Demand> Meters => settlement.Call.Holds;
}
