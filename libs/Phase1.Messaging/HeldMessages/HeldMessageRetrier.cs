using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging.Background;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging.HeldMessages;

/// <summary>
/// Tries set-aside records again when their time comes, and lets their followers through in order once they have succeeded: those of many keys in
/// one transaction. Any number of processes may share the work.
/// </summary>
sealed class HeldMessageRetrier(
    NpgsqlDataSource database,
    IServiceScopeFactory scopes,
    RetryPass pass,
    MessagingOptions options,
    IServiceProvider services,
    TimeProvider clock
) : BackgroundWork(services)
{
    // The keys whose first record is due.
    const string SelectDueKeys = """
        select h.record_key from held_messages h
        where h.consumer = $1 and h.next_attempt_at <= $2
          and not exists (select from held_messages e where e.consumer = h.consumer and e.record_key = h.record_key and e.seq < h.seq)
        order by h.next_attempt_at limit 100
        """;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var keys = await DueKeysAsync(cancellationToken);
        while (keys.Count > 0)
        {
            // The next record of a key is its first now.
            keys = await TryAsync(keys, [], cancellationToken);
        }
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(options.RetryInterval, clock, cancellationToken);

    async Task<IReadOnlyList<string>> DueKeysAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SelectDueKeys);
        command.Parameters.Add(new() { Value = options.ServiceName });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(reader.GetString(0));
        }
        return keys;
    }

    /// <summary>
    /// All of it in one transaction when everything that fails can be taken back in memory. Else what failed is known, and the rest is halved, as a poll
    /// is, until every good record stands in a transaction that commits.
    /// </summary>
    async Task<IReadOnlyList<string>> TryAsync(
        IReadOnlyList<string> keys,
        Dictionary<Guid, Failure> failures,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await pass.RunAsync(scope.ServiceProvider.GetRequiredService<UnitOfWork>(), keys, failures, cancellationToken);
        }
        catch (RecordFailedException failed)
            when (failed.Failure.Kind != FailureKind.Infrastructure && failures.TryAdd(failed.Record.EventId, failed.Failure))
        {
            // It is put off, or given up, by the next pass that it is in.
        }
        catch (Exception exception)
            when (keys.Count > 1
                && exception is not RecordFailedException
                && !cancellationToken.IsCancellationRequested
                && Failure.Of(exception).Kind != FailureKind.Infrastructure
            )
        {
            // Some record's fault: alone it will be known.
        }
        if (keys.Count == 1)
        {
            return await TryAsync(keys, failures, cancellationToken);
        }
        var half = keys.Count / 2;
        return
        [
            .. await TryAsync([.. keys.Take(half)], failures, cancellationToken),
            .. await TryAsync([.. keys.Skip(half)], failures, cancellationToken),
        ];
    }
}
