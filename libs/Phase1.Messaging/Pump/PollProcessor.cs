using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Fencing;

namespace Phase1.Messaging.Pump;

/// <summary>
/// Brings a poll to its end. All of it in one transaction when nothing fails. A record that fails alone is set aside and the rest is halved
/// until every good record stands in a transaction that commits, so one bad record never costs the others.
/// </summary>
sealed class PollProcessor(IServiceScopeFactory scopes, PollTransaction transaction)
{
    public async Task ProcessAsync(
        IReadOnlyList<InboundRecord> records,
        Func<IReadOnlyList<InboundRecord>, FenceCheck> fence,
        CancellationToken cancellationToken
    )
    {
        // When every record has its failure already, the error is not a record's: it is retried after a pause.
        var blameless = records.All(record => record.Failure is not null);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            await transaction.RunAsync(work, records, fence(records), cancellationToken);
            return;
        }
        catch (RecordFailedException failed) when (failed.Failure.Kind != FailureKind.Infrastructure)
        {
            failed.Record.Failure = failed.Failure;
        }
        catch (Exception exception) when (!blameless && IsSomeRecordsFault(exception, cancellationToken))
        {
            if (records.Count == 1)
            {
                records[0].Failure = Failure.Of(exception);
            }
        }

        if (records.Count == 1)
        {
            await ProcessAsync(records, fence, cancellationToken);
            return;
        }
        var half = records.Count / 2;
        await ProcessAsync([.. records.Take(half)], fence, cancellationToken);
        await ProcessAsync([.. records.Skip(half)], fence, cancellationToken);
    }

    // An error of a bulk statement cannot be attributed to a record until the poll has been halved down to that one.
    static bool IsSomeRecordsFault(Exception exception, CancellationToken cancellationToken) =>
        exception is not (FencedException or RecordFailedException)
        && !cancellationToken.IsCancellationRequested
        && Failure.Of(exception).Kind != FailureKind.Infrastructure;
}
