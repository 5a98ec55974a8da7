using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Processing;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>Stores the good files of a request, bytes and all, in one transaction; refuses the others by name.</summary>
sealed class FileReception(FileIntakeDbContext database, UnitOfWork work, IntakeOptions limits, PrivacyOptions privacy, TimeProvider clock)
{
    // A hundred files of ten megabytes must not stand in memory together, and a hundred small ones need no hundred round trips.
    const int MostUnsaved = 4 * 1024 * 1024;
    int _unsaved;

    public async Task<UploadReceipt> ReceiveAsync(UploadForm form, Caller caller, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var known = await OpenBatchAsync(form.BatchId, cancellationToken);
        List<AcceptedFile> accepted = [];
        List<RefusedFile> refused = [];
        foreach (var part in form.Files)
        {
            var file = await IncomingFile.ReadAsync(form, part, limits, cancellationToken);
            if (RefusalOf(file, form.AllowDuplicates, known) is { } code)
            {
                refused.Add(new(file.Name, code));
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
        if (await database.BatchLocks.AnyAsync(locked => locked.BatchId == batchId, cancellationToken))
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

        return known.Add(file.Sha256) || allowDuplicates ? null : RefusalCodes.DuplicateFile;
    }

    async Task<AcceptedFile> StoreAsync(IncomingFile file, UploadForm form, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var raw = new RawFile
        {
            StorageId = StorageIds.New(clock),
            Bytes = file.Content,
            Sha256 = file.Sha256,
            Length = file.Content.Length,
            CreatedAt = now,
        };
        var upload = new FileUpload
        {
            FileUploadId = Guid.CreateVersion7(now),
            BatchId = form.BatchId,
            UserId = caller.UserId,
            OrgId = caller.OrgId,
            OriginalFileName = file.Name,
            MediaType = MediaTypes.Of(file.Verdict.Kind),
            SizeBytes = file.Content.Length,
            Sha256 = file.Sha256,
            AllowDuplicate = form.AllowDuplicates,
            RawStorageId = raw.StorageId,
            NextAttemptAt = now,
            CorrelationId = work.Cause.CorrelationId,
            Trace = work.Cause.Trace,
            UploadedAt = now,
        };
        database.AddRange(raw, upload);
        _unsaved += file.Content.Length;
        if (_unsaved >= MostUnsaved)
        {
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
            _unsaved = 0;
        }
        work.Publish(UploadFacts.Added(upload, privacy));
        return new(upload.FileUploadId, upload.OriginalFileName);
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
