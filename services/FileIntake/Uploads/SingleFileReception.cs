using Microsoft.EntityFrameworkCore;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Processing;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>Stores one file that came alone, once under its sender's id, or refuses it.</summary>
sealed class SingleFileReception(UploadStore store, FileIntakeDbContext database, UnitOfWork work, IntakeOptions limits)
{
    // Counts what leaves no other row.
    const string CountRefusal = """
        insert into upload_sessions (batch_id, session_id, refused) values ({0}, {1}, 1)
        on conflict (batch_id, session_id) do update set refused = upload_sessions.refused + 1
        """;

    /// <summary>The file that the teacher sent earlier under this id; null where there is none.</summary>
    public Task<FileUpload?> FindAsync(UploadTarget target, string userId, CancellationToken cancellationToken) =>
        database
            .Uploads.AsNoTracking()
            .SingleOrDefaultAsync(
                upload => upload.BatchId == target.BatchId && upload.ClientFileId == target.ClientFileId && upload.UserId == userId,
                cancellationToken
            );

    /// <summary>Stores a file that waits on disk.</summary>
    /// <returns>The upload, and whether it was there already.</returns>
    /// <exception cref="ProblemException">422 with the code under <c>file</c> when it is refused; 409 when the batch takes no more.</exception>
    public async Task<(FileUpload Upload, bool IsKnown)> ReceiveAsync(
        UploadTarget target,
        SpooledFile spooled,
        UploadSpool spool,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var known = await store.OpenBatchAsync(target.BatchId, cancellationToken);
        // Two requests with one id may have come side by side.
        if (await FindAsync(target, caller.UserId, cancellationToken) is { } earlier)
        {
            return (earlier, true);
        }
        var file = IncomingFile.Examine(spool, spooled, limits);
        if (UploadStore.RefusalOf(file, target.AllowDuplicates, known) is { } code)
        {
            await CountRefusalAsync(target, cancellationToken);
            await work.CommitAsync(cancellationToken);
            IntakeMetrics.Refused([new(spooled.Name, code)]);
            throw Refused(code);
        }
        var upload = await store.StoreAsync(file, spool.Open(spooled), target, caller, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return (upload, false);
    }

    async Task CountRefusalAsync(UploadTarget target, CancellationToken cancellationToken)
    {
        if (target.SessionId is { } session)
        {
            await database.Database.ExecuteSqlRawAsync(CountRefusal, [target.BatchId, session], cancellationToken);
        }
    }

    static ProblemException Refused(string code) =>
        new(
            Problems.ValidationError with
            {
                Status = StatusCodes.Status422UnprocessableEntity,
            },
            "The file was refused.",
            new Dictionary<string, string[]> { ["file"] = [code] }
        );
}
