using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Events;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Uploads;
using Phase1.Messaging;

namespace Phase1.FileIntake.Processing;

/// <summary>Turns one upload into a text or a failure: text, row and event are one transaction.</summary>
sealed class UploadProcessor(
    FileIntakeDbContext database,
    UnitOfWork work,
    TextExtractor extractor,
    PrivacyOptions privacy,
    TimeProvider clock
)
{
    // A lane that looks for work locks, for a moment, rows that it then leaves alone; to skip those would be to forget a file that is ours. A
    // worker keeps its lock as long as its file takes.
    static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    const string LockWaiting = "select file_upload_id from file_uploads where file_upload_id = $1 and state = 'received' for update";

    public async Task ProcessAsync(Guid fileUploadId, CancellationToken cancellationToken)
    {
        if (await LockAsync(fileUploadId, cancellationToken) is not { } upload)
        {
            return;
        }

        var raw =
            await database.RawFiles.AsNoTracking().SingleOrDefaultAsync(file => file.StorageId == upload.RawStorageId, cancellationToken)
            ?? throw new RawFileMissingException();
        var outcome = await extractor.ExtractAsync(MediaTypes.KindOf(upload.MediaType), raw.Bytes, cancellationToken);
        if (outcome.Text is { } text)
        {
            Provision(upload, StoredText.Of(text, clock));
        }
        else
        {
            Fail(upload, outcome.ErrorCode!.Value, outcome.ErrorMessage!);
        }

        await work.CommitAsync(cancellationToken);
        IntakeMetrics.Processed(upload);
    }

    /// <summary>The end of an upload whose every attempt failed, with the code that the attempts have left, if they lived to leave one.</summary>
    public async Task GiveUpAsync(Guid fileUploadId, CancellationToken cancellationToken)
    {
        if (await LockAsync(fileUploadId, cancellationToken) is { } upload)
        {
            Fail(upload, upload.ErrorCode ?? ValidationErrorCode.UnknownValidationError, "The file could not be processed.");
            await work.CommitAsync(cancellationToken);
            IntakeMetrics.Processed(upload);
        }
    }

    /// <summary>The upload, held until the end of the transaction; null when another worker has it or is done with it.</summary>
    async Task<FileUpload?> LockAsync(Guid fileUploadId, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        batch.BatchCommands.Add(new($"set local lock_timeout = {(int)LongestLook.TotalMilliseconds}"));
        batch.BatchCommands.Add(new(LockWaiting) { Parameters = { new() { Value = fileUploadId } } });
        try
        {
            return await batch.ExecuteScalarAsync(cancellationToken) is null
                ? null
                : await database.Uploads.SingleAsync(upload => upload.FileUploadId == fileUploadId, cancellationToken);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return null;
        }
    }

    void Provision(FileUpload upload, StoredText text)
    {
        database.Texts.Add(text);
        upload.Provision(text);
        work.Publish(UploadFacts.Provisioned(upload, text, privacy), upload.Cause);
    }

    void Fail(FileUpload upload, ValidationErrorCode code, string message)
    {
        var now = clock.GetUtcNow();
        upload.Fail(code, message, now);
        work.Publish(UploadFacts.Failed(upload, code, message, now, privacy), upload.Cause);
        work.Publish(UploadFacts.FailedNotice(upload, code, now), upload.Cause);
    }
}
