using Npgsql;
using Phase1.Events;

namespace Phase1.FileIntake.Processing;

/// <summary>The uploads that wait, taken by any number of workers in any number of processes.</summary>
sealed class UploadQueue(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Seconds until the next attempt, should this one leave no trace.</summary>
    static readonly int[] RetrySeconds = [1, 5, 25, 120, 300];

    public static int MaxAttempts => RetrySeconds.Length + 1;

    /// <summary>
    /// Counts an attempt and sets the time of the next before this one begins, in a transaction of its own: a process that dies over a file
    /// has counted it, and the file comes back by itself.
    /// </summary>
    public async Task<ClaimedUpload?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            update file_uploads
            set attempts = attempts + 1,
                next_attempt_at = $1 + make_interval(secs => ($2::int[])[least(attempts + 1, cardinality($2::int[]))])
            where file_upload_id = (
                select file_upload_id from file_uploads
                where state = 'received' and next_attempt_at <= $1
                order by next_attempt_at, file_upload_id
                limit 1
                for update skip locked
            )
            returning file_upload_id, attempts
            """
        );
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = RetrySeconds });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetGuid(0), reader.GetInt32(1)) : null;
    }

    /// <summary>Takes the attempt back: it did not fail for the file's sake.</summary>
    public async Task PostponeAsync(ClaimedUpload claimed, TimeSpan delay, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update file_uploads set attempts = attempts - 1, next_attempt_at = $2 where file_upload_id = $1 and state = 'received'"
        );
        command.Parameters.Add(new() { Value = claimed.FileUploadId });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() + delay });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Keeps what an attempt met, for the day on which the last one has failed.</summary>
    public async Task NoteAsync(ClaimedUpload claimed, ValidationErrorCode code, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update file_uploads set error_code = $2 where file_upload_id = $1 and state = 'received'"
        );
        command.Parameters.Add(new() { Value = claimed.FileUploadId });
        command.Parameters.Add(new() { Value = WireEnum.Name(code) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>When the oldest file came that still waits.</summary>
    public async Task<DateTimeOffset?> OldestAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select min(uploaded_at) from file_uploads where state = 'received'");
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime oldest ? new DateTimeOffset(oldest) : null;
    }
}

/// <summary>An upload and the number of the attempt that begins.</summary>
sealed record ClaimedUpload(Guid FileUploadId, int Attempt);
