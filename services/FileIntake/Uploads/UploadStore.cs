using Microsoft.EntityFrameworkCore;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>
/// Stores files of a batch in the transaction of their request, the bytes with the commit: they go from disk to the database without standing in
/// memory.
/// </summary>
sealed class UploadStore(FileIntakeDbContext database, UnitOfWork work, PrivacyOptions privacy, TimeProvider clock)
{
    /// <summary>Makes uploads to one batch wait for one another, and answers which contents it has.</summary>
    public async Task<HashSet<string>> OpenBatchAsync(Guid batchId, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({batchId.ToString()}, 0))",
            cancellationToken
        );
        if (
            await database.BatchLocks.AnyAsync(locked => locked.BatchId == batchId, cancellationToken)
            || await BatchRows.AreDeletedAsync(work, batchId, ownerUserId: null, cancellationToken)
        )
        {
            throw new ProblemException(Problems.BatchLocked, "The batch takes no more files.");
        }

        var known = database.Uploads.Where(upload => upload.BatchId == batchId).Select(upload => upload.Sha256);
        return await known.ToHashSetAsync(cancellationToken);
    }

    public static string? RefusalOf(IncomingFile file, bool allowDuplicates, HashSet<string> known)
    {
        if (file.Verdict.IsRefused)
        {
            return file.Verdict.RefusalCode;
        }

        return known.Add(file.File.Sha256) || allowDuplicates ? null : RefusalCodes.DuplicateFile;
    }

    public FileUpload Store(IncomingFile file, Stream content, UploadTarget target, Caller caller)
    {
        var now = clock.GetUtcNow();
        var upload = new FileUpload
        {
            FileUploadId = Guid.CreateVersion7(now),
            BatchId = target.BatchId,
            UserId = caller.UserId,
            OrgId = caller.OrgId,
            OriginalFileName = file.File.Name,
            MediaType = MediaTypes.Of(file.Verdict.Kind),
            SizeBytes = (int)file.File.Length,
            Sha256 = file.File.Sha256,
            AllowDuplicate = target.AllowDuplicates,
            ClientFileId = target.ClientFileId,
            SessionId = target.SessionId,
            RawStorageId = StorageIds.New(clock),
            NextAttemptAt = now,
            CorrelationId = work.Cause.CorrelationId,
            Trace = work.Cause.Trace,
            UploadedAt = now,
        };
        database.Add(upload);
        work.WithCommit(RawFiles.ToInsert(upload.RawStorageId, content, upload.Sha256, now));
        work.Publish(UploadFacts.Added(upload, privacy));
        return upload;
    }
}
