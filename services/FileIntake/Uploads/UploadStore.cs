using Microsoft.EntityFrameworkCore;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>
/// Stores files of a batch in the transaction of their request. Small files are rows that are saved with all others; what is more than that goes from
/// disk to the database with the commit, without standing in memory.
/// </summary>
sealed class UploadStore(FileIntakeDbContext database, UnitOfWork work, PrivacyOptions privacy, TimeProvider clock)
{
    // Of one request.
    const int MostInMemory = 4 * 1024 * 1024;

    int _left = MostInMemory;

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

    public async Task<FileUpload> StoreAsync(
        IncomingFile file,
        Stream content,
        UploadTarget target,
        Caller caller,
        CancellationToken cancellationToken
    )
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
        await StoreBytesAsync(upload, content, cancellationToken);
        work.Publish(UploadFacts.Added(upload, privacy));
        return upload;
    }

    async Task StoreBytesAsync(FileUpload upload, Stream content, CancellationToken cancellationToken)
    {
        if (content.Length > _left)
        {
            work.WithCommit(RawFiles.ToInsert(upload.RawStorageId, content, upload.Sha256, upload.UploadedAt));
            return;
        }
        var bytes = new byte[content.Length];
        _left -= bytes.Length;
        await content.ReadExactlyAsync(bytes, cancellationToken);
        database.Add(
            new RawFile
            {
                StorageId = upload.RawStorageId,
                Bytes = bytes,
                Sha256 = upload.Sha256,
                Length = bytes.Length,
                CreatedAt = upload.UploadedAt,
            }
        );
    }
}
