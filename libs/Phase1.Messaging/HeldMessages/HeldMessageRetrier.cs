using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Messaging.Pump;
using Phase1.Messaging.Registration;

namespace Phase1.Messaging.HeldMessages;

/// <summary>
/// Tries set-aside records again when their time comes, and lets their followers through in order once they have succeeded. Each record is one
/// transaction; any number of processes may share the work.
/// </summary>
sealed class HeldMessageRetrier(
    NpgsqlDataSource database,
    IServiceScopeFactory scopes,
    HeldMessageAttempt attempt,
    MessagingOptions options,
    EngineGate gate,
    TimeProvider clock,
    ILogger<HeldMessageRetrier> logger
) : EngineLoop(gate, options, clock, logger)
{
    // The keys whose first record is due.
    const string SelectDueKeys = """
        select h.record_key from held_messages h
        where h.consumer = $1 and h.next_attempt_at <= $2
          and not exists (select from held_messages e where e.consumer = h.consumer and e.record_key = h.record_key and e.seq < h.seq)
        order by h.next_attempt_at limit 100
        """;

    protected override async Task TurnAsync(CancellationToken stoppingToken)
    {
        foreach (var key in await DueKeysAsync(stoppingToken))
        {
            while (await TryFirstAsync(key, stoppingToken))
            {
                // The next of the key is the first now.
            }
        }
    }

    protected override Task PauseAsync(CancellationToken stoppingToken) => Task.Delay(Options.RetryInterval, Clock, stoppingToken);

    async Task<List<string>> DueKeysAsync(CancellationToken stoppingToken)
    {
        await using var command = database.CreateCommand(SelectDueKeys);
        command.Parameters.Add(new() { Value = Options.ServiceName });
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(stoppingToken);
        var keys = new List<string>();
        while (await reader.ReadAsync(stoppingToken))
        {
            keys.Add(reader.GetString(0));
        }
        return keys;
    }

    async Task<bool> TryFirstAsync(string key, CancellationToken stoppingToken)
    {
        Failure failure;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await attempt.RunAsync(scope.ServiceProvider.GetRequiredService<UnitOfWork>(), key, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            failure = Failure.Of(exception);
            if (failure.Kind == FailureKind.Infrastructure)
            {
                throw;
            }
        }
        await using var second = scopes.CreateAsyncScope();
        return await attempt.FailAsync(second.ServiceProvider.GetRequiredService<UnitOfWork>(), key, failure, stoppingToken);
    }
}
