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
    const int MostTogether = 64;
    const int LargestTogether = 256 * 1024;
    const int MostBytesTogether = 4 * 1024 * 1024;

    // Files whose time has come are seen after so long.
    static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);

    // First those whose owner holds the fewest workers, then whose owner was served longest ago, then the oldest.
    const string Turn = "workers, served nulls first, next_attempt_at, file_upload_id";

    static readonly string Claim = $"""
        with due as (
            select u.file_upload_id, u.size_bytes, u.next_attempt_at, coalesce(held.workers, 0) as workers,
                array_position($5::text[], u.user_id::text) as served,
                u.attempts = 0 and u.size_bytes <= {LargestTogether} and u.media_type <> '{MediaTypes.Pdf}' as is_small
            from file_uploads u left join unnest($3::text[], $4::int[]) as held (owner, workers) on held.owner = u.user_id
            where u.state = 'received' and u.next_attempt_at <= $1 and coalesce(held.workers, 0) < {OwnerTurns.MostWorkers}
            order by {Turn}
            limit {MostTogether}
            for update of u skip locked),
        ranked as (
            select file_upload_id, is_small, row_number() over turn as place, first_value(is_small) over turn as first_is_small,
                sum(size_bytes) filter (where is_small) over turn as bytes
            from due window turn as (order by {Turn}))
        update file_uploads u
        set attempts = u.attempts + 1,
            next_attempt_at = $1 + make_interval(secs => ($2::int[])[least(u.attempts + 1, cardinality($2::int[]))])
        from ranked r
        where u.file_upload_id = r.file_upload_id
          and (r.place = 1 or (r.is_small and r.first_is_small and r.bytes <= {MostBytesTogether}))
        returning u.file_upload_id, u.attempts, u.user_id, (select count(*)::int from due)
        """;

    const string HasWaiting = "select exists (select from file_uploads where state = 'received')";

    readonly OwnerTurns _turns = new();
    readonly SemaphoreSlim _oneClaim = new(1);
    volatile bool _isEmpty;
    int _changes;
    int _exhaustedAfter = -1;
    DateTimeOffset _exhaustedAt;

    /// <summary>
    /// Takes the upload whose turn it is; with a small one that needs no converter others of its kind, for one transaction over all of them. Only first
    /// attempts are made together: what has failed in company is tried alone, so that nobody suffers twice for his neighbour. Counts an attempt
    /// and sets the time of the next before this one begins, in a transaction of its own: a process that dies over a file has counted it, and
    /// the file comes back by itself. Null when nothing waits.
    /// </summary>
    public async Task<ClaimedUploads?> ClaimAsync(CancellationToken cancellationToken)
    {
        // One after the other, so that each knows of the one before.
        await _oneClaim.WaitAsync(cancellationToken);
        try
        {
            return IsExhausted ? null : await LookAsync(cancellationToken);
        }
        finally
        {
            _oneClaim.Release();
        }
    }

    /// <summary>Whether at the last look nothing waited, nor was being worked on, in any process.</summary>
    public bool IsEmpty => _isEmpty;

    /// <summary>Something waits that did not wait at the last look.</summary>
    public void Change() => Interlocked.Increment(ref _changes);

    /// <summary>Takes the attempt back: it did not fail for the file's sake.</summary>
    public async Task PostponeAsync(ClaimedUploads claimed, TimeSpan delay, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update file_uploads set attempts = attempts - 1, next_attempt_at = $2 where file_upload_id = any($1) and state = 'received'"
        );
        command.Parameters.Add(new() { Value = claimed.Ids });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() + delay });
        await command.ExecuteNonQueryAsync(cancellationToken);
        // Looks skipped it as long as it was worked on.
        Change();
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
        Change();
    }

    /// <summary>When the oldest file came that still waits.</summary>
    public async Task<DateTimeOffset?> OldestAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select min(uploaded_at) from file_uploads where state = 'received'");
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime oldest ? new DateTimeOffset(oldest) : null;
    }

    /// <summary>What was claimed is no longer worked on: its owners' workers are free again.</summary>
    public void Return(ClaimedUploads claimed)
    {
        if (_turns.Return(claimed.Owners))
        {
            Change();
        }
    }

    public void Dispose() => _oneClaim.Dispose();

    // Of several workers that are woken together the first takes what there is, and the others need not look. The clock may be put back.
    bool IsExhausted => _exhaustedAfter == Volatile.Read(ref _changes) && (clock.GetUtcNow() - _exhaustedAt).Duration() < LookInterval;

    async Task<ClaimedUploads?> LookAsync(CancellationToken cancellationToken)
    {
        var (changes, now, turns) = (Volatile.Read(ref _changes), clock.GetUtcNow(), _turns.Now);
        await using var command = database.CreateCommand(Claim);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = RetrySeconds });
        command.Parameters.Add(new() { Value = turns.Holders });
        command.Parameters.Add(new() { Value = turns.Workers });
        command.Parameters.Add(new() { Value = turns.Served });
        var (claimed, due) = await ReadAsync(command, cancellationToken);
        if (claimed is null || (claimed.Ids.Length == due && due < MostTogether))
        {
            // What has come due since the look began is not in it.
            (_exhaustedAfter, _exhaustedAt) = (changes, now);
        }
        _isEmpty = claimed is null && !await HasWaitingAsync(cancellationToken);

        _turns.Take(claimed?.Owners ?? []);
        return claimed;
    }

    async Task<bool> HasWaitingAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(HasWaiting);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    static async Task<(ClaimedUploads? Claimed, int Due)> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (ids, owners, attempt, due) = (new List<Guid>(), new HashSet<string>(), 0, 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
            attempt = reader.GetInt32(1);
            owners.Add(reader.GetString(2));
            due = reader.GetInt32(3);
        }

        return (ids.Count == 0 ? null : new([.. ids], attempt, [.. owners]), due);
    }
}

/// <summary>Uploads that are attempted together, the number of the attempt that begins, and whose they are.</summary>
sealed record ClaimedUploads(Guid[] Ids, int Attempt, string[] Owners);
