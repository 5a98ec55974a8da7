using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Processing;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>
/// Stores the good files of a request, bytes and all, in one transaction; refuses the others by name. Small files are rows that are saved with all
/// others; what is more than that goes from disk to the database with the commit, without standing in memory.
/// </summary>
sealed class FileReception(FileIntakeDbContext database, UnitOfWork work, IntakeOptions limits, PrivacyOptions privacy, TimeProvider clock)
{
    // Of one request.
    const int MostInMemory = 4 * 1024 * 1024;

    int _left = MostInMemory;

    public async Task<UploadReceipt> ReceiveAsync(UploadForm form, Caller caller, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var known = await OpenBatchAsync(form.BatchId, cancellationToken);
        List<AcceptedFile> accepted = [];
        List<RefusedFile> refused = [];
        foreach (var part in form.Files)
        {
            var file = IncomingFile.Examine(form, part, limits);
            if (RefusalOf(file, form.AllowDuplicates, known) is { } code)
            {
                refused.Add(new(part.Name, code));
                continue;
            }

            accepted.Add(await StoreAsync(file, form, caller, cancellationToken));
        }

        if (accepted.Count == 0)
        {
            throw AllRefused(refused);
        }

        work.Publish(UploadFacts.Uploaded(form.BatchId, caller.UserId, accepted.Count, refused.Count, work.Cause, clock.GetUtcNow()));
        await work.CommitAsync(cancellationToken);
        IntakeMetrics.Refused(refused);
        return new(form.BatchId, work.Cause.CorrelationId, accepted, refused);
    }

    /// <summary>Makes uploads to one batch wait for one another, and answers which contents it has.</summary>
    async Task<HashSet<string>> OpenBatchAsync(Guid batchId, CancellationToken cancellationToken)
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

    static string? RefusalOf(IncomingFile file, bool allowDuplicates, HashSet<string> known)
    {
        if (file.Verdict.IsRefused)
        {
            return file.Verdict.RefusalCode;
        }

        return known.Add(file.File.Sha256) || allowDuplicates ? null : RefusalCodes.DuplicateFile;
    }

    async Task<AcceptedFile> StoreAsync(IncomingFile file, UploadForm form, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var upload = new FileUpload
        {
            FileUploadId = Guid.CreateVersion7(now),
            BatchId = form.BatchId,
            UserId = caller.UserId,
            OrgId = caller.OrgId,
            OriginalFileName = file.File.Name,
            MediaType = MediaTypes.Of(file.Verdict.Kind),
            SizeBytes = (int)file.File.Length,
            Sha256 = file.File.Sha256,
            AllowDuplicate = form.AllowDuplicates,
            RawStorageId = StorageIds.New(clock),
            NextAttemptAt = now,
            CorrelationId = work.Cause.CorrelationId,
            Trace = work.Cause.Trace,
            UploadedAt = now,
        };
        database.Add(upload);
        await StoreBytesAsync(upload, form.Open(file.File), cancellationToken);
        work.Publish(UploadFacts.Added(upload, privacy));
        return new(upload.FileUploadId, upload.OriginalFileName);
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

    static ProblemException AllRefused(List<RefusedFile> refused)
    {
        IntakeMetrics.Refused(refused);
        return new(
            Problems.ValidationError with
            {
                Status = StatusCodes.Status422UnprocessableEntity,
            },
            "Every file was refused.",
            refused.Select((file, index) => (file, index)).ToDictionary(pair => $"files[{pair.index}]", pair => new[] { pair.file.Code })
        );
    }
}
