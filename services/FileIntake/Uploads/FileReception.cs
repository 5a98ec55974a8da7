using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Processing;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>Stores the good files of a form, bytes and all, in one transaction; refuses the others by name.</summary>
sealed class FileReception(UploadStore store, UnitOfWork work, IntakeOptions limits, TimeProvider clock)
{
    public async Task<UploadReceipt> ReceiveAsync(UploadForm form, Caller caller, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var known = await store.OpenBatchAsync(form.BatchId, cancellationToken);
        List<AcceptedFile> accepted = [];
        List<RefusedFile> refused = [];
        foreach (var part in form.Files)
        {
            var file = IncomingFile.Examine(form.Spool, part, limits);
            if (UploadStore.RefusalOf(file, form.AllowDuplicates, known) is { } code)
            {
                refused.Add(new(part.Name, code));
                continue;
            }

            var target = new UploadTarget(form.BatchId, form.AllowDuplicates);
            var upload = await store.StoreAsync(file, form.Spool.Open(part), target, caller, cancellationToken);
            accepted.Add(new(upload.FileUploadId, upload.OriginalFileName));
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
