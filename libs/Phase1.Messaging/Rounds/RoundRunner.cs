using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Records;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging.Rounds;

/// <summary>
/// Applies records: those of a poll, or the held heads that are due. All of it in one transaction when nothing fails. Otherwise they are divided
/// until every good record stands in a transaction that commits, so one bad record never costs the others.
/// </summary>
sealed class RoundRunner(IServiceScopeFactory scopes, RoundTransaction transaction)
{
    /// <summary>Applies the records in their order; each of them that fails is held or dead-lettered.</summary>
    /// <exception cref="FencedException">A partition has another owner.</exception>
    /// <exception cref="InfrastructureException">Something is unavailable; a part may have been committed.</exception>
    public async Task RunAsync(IReadOnlyList<InboundRecord> records, IRecordLock locks, CancellationToken cancellationToken)
    {
        var parts = new Stack<InboundRecord[]>([
            [.. records],
        ]);
        while (parts.TryPop(out var part))
        {
            if (await TryAsync(part, locks, cancellationToken) is { } from)
            {
                parts.Push(part[from..]);
                if (from > 0)
                {
                    parts.Push(part[..from]);
                }
            }
        }
    }

    /// <summary>Null when the records are committed; else where to divide them.</summary>
    async Task<int?> TryAsync(InboundRecord[] records, IRecordLock locks, CancellationToken cancellationToken)
    {
        // When every record has its failure already, the error is not a record's: it is retried after a pause.
        var blameless = Array.TrueForAll(records, record => record.Failure is not null);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await transaction.RunAsync(scope.ServiceProvider.GetRequiredService<UnitOfWork>(), records, locks, cancellationToken);
            return null;
        }
        catch (RecordFailedException failed) when (failed.Failure.Kind != FailureKind.Infrastructure)
        {
            // Those before it were handled without a failure: apart from it, no record is handled more than twice.
            failed.Record.Failure = failed.Failure;
            return Array.IndexOf(records, failed.Record);
        }
        catch (Exception exception) when (!blameless && IsSomeRecordsFault(exception, cancellationToken))
        {
            if (records.Length == 1)
            {
                records[0].Failure = Failure.Of(exception);
            }
            return records.Length / 2;
        }
    }

    // An error of a bulk statement cannot be attributed to a record until the round has been halved down to that one.
    static bool IsSomeRecordsFault(Exception exception, CancellationToken cancellationToken) =>
        exception is not (FencedException or RecordFailedException)
        && !cancellationToken.IsCancellationRequested
        && Failure.Of(exception).Kind != FailureKind.Infrastructure;
}
