using Npgsql;

namespace Phase1.Portal.Live;

/// <summary>The table of pulses.</summary>
sealed class Pulses(NpgsqlDataSource database, LiveSignal signal, TimeProvider clock)
{
    // In the order of the keys, so that two writers never wait for each other in a circle.
    const string Upsert = """
        insert into pulses (user_id, subject, version, changed_at)
        select p.user_id, p.subject, 1, $3 from unnest($1::text[], $2::text[]) as p (user_id, subject) order by p.user_id, p.subject
        on conflict (user_id, subject) do update set version = pulses.version + 1, changed_at = excluded.changed_at
        """;

    const string Select = "select user_id, subject, version from pulses where user_id = any($1) and changed_at >= $2";

    /// <summary>The statement that raises some pulses by one.</summary>
    internal NpgsqlBatchCommand ToRaise(IReadOnlyCollection<(string UserId, string Subject)> pulses) =>
        new(Upsert)
        {
            Parameters =
            {
                new() { Value = pulses.Select(pulse => pulse.UserId).ToArray() },
                new() { Value = pulses.Select(pulse => pulse.Subject).ToArray() },
                new() { Value = clock.GetUtcNow() },
            },
        };

    /// <summary>Raises one, for what leaves no record on the log.</summary>
    internal async Task RaiseAsync(string userId, string subject, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(ToRaise([(userId, subject)]));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        signal.Wake();
    }

    /// <summary>What has changed for these users since an instant, and to which version.</summary>
    internal async Task<Dictionary<(string UserId, string Subject), long>> SinceAsync(
        string[] users,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        await using var select = database.CreateCommand(Select);
        select.Parameters.Add(new() { Value = users });
        select.Parameters.Add(new() { Value = since });
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<(string, string), long>();
        while (await row.ReadAsync(cancellationToken))
        {
            found[(row.GetString(0), row.GetString(1))] = row.GetInt64(2);
        }
        return found;
    }
}
