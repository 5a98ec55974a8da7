using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Events;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Uploads;
using Phase1.Messaging;
using Phase1.Messaging.Telemetry;

namespace Phase1.FileIntake.Processing;

/// <summary>Turns uploads into texts or failures: texts, rows and events are one transaction.</summary>
sealed class UploadProcessor(
    FileIntakeDbContext database,
    UnitOfWork work,
    TextExtractor extractor,
    PrivacyOptions privacy,
    ServiceTraces traces,
    TimeProvider clock
)
{
    // A worker that looks for work locks, for a moment, rows that it then leaves alone; to skip those would be to forget a file that is ours. A
    // worker keeps its lock as long as its file takes.
    static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    const string LockWaiting = "select file_upload_id from file_uploads where file_upload_id = any($1) and state = 'received' for update";

    public async Task ProcessAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var uploads = await LockAsync(ids, cancellationToken);
        if (uploads.Count == 0)
        {
            return;
        }
        await using var files = await RawFiles.OpenAsync(work, uploads.Select(upload => upload.RawStorageId), cancellationToken);
        foreach (var upload in uploads)
        {
            using var span = traces.Continue("extract text", upload.Cause);
            var content = files.Find(upload.RawStorageId) ?? throw new RawFileMissingException();
            var outcome = await extractor.ExtractAsync(MediaTypes.KindOf(upload.MediaType), content, cancellationToken);
            if (outcome.Text is { } text)
            {
                Provision(upload, StoredText.Of(text, upload.UserId, clock), outcome.Note);
            }
            else
            {
                Fail(upload, outcome.ErrorCode!.Value, outcome.ErrorMessage!);
            }
        }
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>The end of uploads whose every attempt failed, with the code that the attempts have left, if they lived to leave one.</summary>
    public async Task GiveUpAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var uploads = await LockAsync(ids, cancellationToken);
        foreach (var upload in uploads)
        {
            Fail(upload, upload.ErrorCode ?? ValidationErrorCode.UnknownValidationError, "The file could not be processed.");
        }
        if (uploads.Count > 0)
        {
            await work.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Those of the uploads that still wait, held until the end of the transaction; none when another worker has one of them.</summary>
    async Task<List<FileUpload>> LockAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        batch.BatchCommands.Add(new($"set local lock_timeout = {(int)LongestLook.TotalMilliseconds}"));
        batch.BatchCommands.Add(new(LockWaiting) { Parameters = { new() { Value = ids } } });
        var locked = new List<Guid>();
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                locked.Add(reader.GetGuid(0));
            }
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return [];
        }
        return locked.Count == 0
            ? []
            : await database.Uploads.Where(upload => locked.Contains(upload.FileUploadId)).ToListAsync(cancellationToken);
    }

    void Provision(FileUpload upload, StoredText text, string? note)
    {
        database.Texts.Add(text);
        upload.Provision(text, note);
        work.AfterCommit(() => IntakeMetrics.Processed(upload));
        work.Publish(UploadFacts.Provisioned(upload, text, privacy), upload.Cause);
    }

    void Fail(FileUpload upload, ValidationErrorCode code, string message)
    {
        var now = clock.GetUtcNow();
        upload.Fail(code, message, now);
        work.AfterCommit(() => IntakeMetrics.Processed(upload));
        work.Publish(UploadFacts.Failed(upload, code, message, now, privacy), upload.Cause);
        work.Publish(UploadFacts.FailedNotice(upload, code, now), upload.Cause);
    }
}
