using Phase1.Events;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Processing;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>
/// Stores the good files of a request, bytes and all, in one transaction; refuses the others by name. What is large goes from disk to the database
/// without standing in memory.
/// </summary>
sealed class FileReception(UnitOfWork work, IntakeOptions limits, PrivacyOptions privacy, TimeProvider clock)
{
    public async Task<UploadReceipt> ReceiveAsync(UploadForm form, Caller caller, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var known = await OpenBatch.AsAsync(work, form.BatchId, cancellationToken);
        List<(FileUpload Upload, SpooledFile File)> accepted = [];
        List<RefusedFile> refused = [];
        foreach (var part in form.Files)
        {
            var file = IncomingFile.Examine(form, part, limits);
            if (RefusalOf(file, form.AllowDuplicates, known) is { } code)
            {
                refused.Add(new(part.Name, code));
                continue;
            }

            accepted.Add((Upload(file, form, caller), file.File));
        }

        if (accepted.Count == 0)
        {
            throw AllRefused(refused);
        }

        await StoreAsync(form, accepted, cancellationToken);
        work.Publish(UploadFacts.Uploaded(form.BatchId, caller.UserId, accepted.Count, refused.Count, work.Cause, clock.GetUtcNow()));
        await work.CommitAsync(cancellationToken);
        IntakeMetrics.Refused(refused);
        return new(
            form.BatchId,
            work.Cause.CorrelationId,
            accepted.ConvertAll(file => new AcceptedFile(file.Upload.FileUploadId, file.Upload.OriginalFileName)),
            refused
        );
    }

    static string? RefusalOf(IncomingFile file, bool allowDuplicates, HashSet<string> known)
    {
        if (file.Verdict.IsRefused)
        {
            return file.Verdict.RefusalCode;
        }

        return known.Add(file.File.Sha256) || allowDuplicates ? null : RefusalCodes.DuplicateFile;
    }

    async Task StoreAsync(UploadForm form, List<(FileUpload Upload, SpooledFile File)> accepted, CancellationToken cancellationToken)
    {
        var files = accepted.Select(file => new NewRawFile(
            file.Upload.RawStorageId,
            file.Upload.Sha256,
            file.Upload.UploadedAt,
            form.Open(file.File)
        ));
        foreach (var statement in await RawFiles.ToInsertAsync(files, cancellationToken))
        {
            work.WithCommit(statement);
        }

        List<FileUpload> uploads = accepted.ConvertAll(file => file.Upload);
        work.WithCommit(FileUploadRows.ToInsert(uploads));
        uploads.ForEach(upload => work.Publish(UploadFacts.Added(upload, privacy)));
    }

    FileUpload Upload(IncomingFile file, UploadForm form, Caller caller)
    {
        var now = clock.GetUtcNow();
        return new()
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
