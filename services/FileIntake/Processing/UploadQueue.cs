using Npgsql;
using Phase1.Events;
using Phase1.FileIntake.Extraction;

namespace Phase1.FileIntake.Processing;

/// <summary>The uploads that wait, taken by any number of workers in any number of processes.</summary>
sealed class UploadQueue(NpgsqlDataSource database, TimeProvider clock) : IDisposable
{
    /// <summary>Seconds until the next attempt, should this one leave no trace.</summary>
    static readonly int[] RetrySeconds = [1, 5, 25, 120, 300];

    public static int MaxAttempts => RetrySeconds.Length + 1;

    // Together no more than a few megabytes and a second or two of work.
    const int MostTogether = 16;
    const int LargestTogether = 256 * 1024;

    readonly OwnerTurns _turns = new();
    readonly SemaphoreSlim _oneClaim = new(1);

    static readonly string ClaimAny = Claim("");
    static readonly string ClaimSmall = Claim($"and attempts = 0 and size_bytes <= {LargestTogether} and media_type <> '{MediaTypes.Pdf}'");

    /// <summary>
    /// Takes one. Counts an attempt and sets the time of the next before this one begins, in a transaction of its own: a process that dies over
    /// a file has counted it, and the file comes back by itself.
    /// </summary>
    public Task<ClaimedUploads?> ClaimOneAsync(CancellationToken cancellationToken) => ClaimAsync(ClaimAny, 1, cancellationToken);

    /// <summary>
    /// Takes small files that need no converter, for one transaction over all of them. Only first attempts: what has failed in company is tried
    /// alone, so that nobody suffers twice for his neighbour.
    /// </summary>
    public Task<ClaimedUploads?> ClaimSmallAsync(CancellationToken cancellationToken) =>
        ClaimAsync(ClaimSmall, MostTogether, cancellationToken);

    /// <summary>Takes the attempt back: it did not fail for the file's sake.</summary>
    public async Task PostponeAsync(ClaimedUploads claimed, TimeSpan delay, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update file_uploads set attempts = attempts - 1, next_attempt_at = $2 where file_upload_id = any($1) and state = 'received'"
        );
        command.Parameters.Add(new() { Value = claimed.Ids });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() + delay });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Keeps what an attempt met, for the day on which the last one has failed.</summary>
    public async Task NoteAsync(ClaimedUploads claimed, ValidationErrorCode code, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update file_uploads set error_code = $2 where file_upload_id = any($1) and state = 'received'"
        );
        command.Parameters.Add(new() { Value = claimed.Ids });
        command.Parameters.Add(new() { Value = WireEnum.Name(code) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>When the oldest file came that still waits.</summary>
    public async Task<DateTimeOffset?> OldestAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select min(uploaded_at) from file_uploads where state = 'received'");
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime oldest ? new DateTimeOffset(oldest) : null;
    }

    /// <summary>What was claimed is no longer worked on: its owners' workers are free again.</summary>
    public void Return(ClaimedUploads claimed) => _turns.Return(claimed.Owners);

    public void Dispose() => _oneClaim.Dispose();

    /// <summary>
    /// Of those that the condition leaves: first those whose owner holds the fewest workers, then whose owner was served longest ago, then the oldest.
    /// </summary>
    static string Claim(string condition) =>
        $"""
            update file_uploads
            set attempts = attempts + 1,
                next_attempt_at = $1 + make_interval(secs => ($2::int[])[least(attempts + 1, cardinality($2::int[]))])
            where file_upload_id in (
                select u.file_upload_id
                from file_uploads u left join unnest($4::text[], $5::int[]) as held (owner, workers) on held.owner = u.user_id
                where u.state = 'received' and u.next_attempt_at <= $1 and coalesce(held.workers, 0) < {OwnerTurns.MostWorkers} {condition}
                order by coalesce(held.workers, 0), array_position($6::text[], u.user_id::text) nulls first, u.next_attempt_at, u.file_upload_id
                limit $3
                for update of u skip locked
            )
            returning file_upload_id, attempts, user_id
            """;

    async Task<ClaimedUploads?> ClaimAsync(string sql, int most, CancellationToken cancellationToken)
    {
        // One after the other, so that each knows of the one before.
        await _oneClaim.WaitAsync(cancellationToken);
        try
        {
            var now = _turns.Now;
            await using var command = database.CreateCommand(sql);
            command.Parameters.Add(new() { Value = clock.GetUtcNow() });
            command.Parameters.Add(new() { Value = RetrySeconds });
            command.Parameters.Add(new() { Value = most });
            command.Parameters.Add(new() { Value = now.Holders });
            command.Parameters.Add(new() { Value = now.Workers });
            command.Parameters.Add(new() { Value = now.Served });
            var claimed = await ReadAsync(command, cancellationToken);
            _turns.Take(claimed?.Owners ?? []);
            return claimed;
        }
        finally
        {
            _oneClaim.Release();
        }
    }

    static async Task<ClaimedUploads?> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (ids, owners, attempt) = (new List<Guid>(), new HashSet<string>(), 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
            attempt = reader.GetInt32(1);
            owners.Add(reader.GetString(2));
        }

        return ids.Count == 0 ? null : new([.. ids], attempt, [.. owners]);
    }
}

/// <summary>Uploads that are attempted together, the number of the attempt that begins, and whose they are.</summary>
sealed record ClaimedUploads(Guid[] Ids, int Attempt, string[] Owners);
