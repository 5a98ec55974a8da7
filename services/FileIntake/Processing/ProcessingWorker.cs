using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.FileIntake.Extraction;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Processing;

/// <summary>Takes waiting uploads until none is left, then waits for the signal or the next look, which finds those whose time comes again.</summary>
sealed partial class ProcessingWorker(
    IServiceProvider services,
    IServiceScopeFactory scopes,
    UploadQueue queue,
    ILogger<ProcessingWorker> logger
) : PeriodicWork(services)
{
    static readonly TimeSpan ConverterMissingDelay = TimeSpan.FromMinutes(1);

    protected override TimeSpan Interval => TimeSpan.FromSeconds(2);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        IsAtRest = false;
        while (await queue.ClaimAsync(cancellationToken) is { } claimed)
        {
            try
            {
                await AttemptAsync(claimed, cancellationToken);
            }
            finally
            {
                queue.Return(claimed);
            }
        }
        IsAtRest = queue.IsEmpty;
    }

    async Task AttemptAsync(ClaimedUploads claimed, CancellationToken cancellationToken)
    {
        try
        {
            // More attempts than there are delays: the last one took the whole process with it.
            await (claimed.Attempt > UploadQueue.MaxAttempts ? GiveUpAsync() : ProcessAsync());
        }
        catch (ConverterMissingException)
        {
            // No reason to fail a student's file.
            ConverterMissing();
            await queue.PostponeAsync(claimed, ConverterMissingDelay, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(error.GetType().Name, string.Join(", ", claimed.Ids), claimed.Attempt);
            await queue.NoteAsync(claimed, CodeOf(error), cancellationToken);
            if (claimed.Attempt >= UploadQueue.MaxAttempts)
            {
                await GiveUpAsync();
            }
        }

        async Task ProcessAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<UploadProcessor>().ProcessAsync(claimed.Ids, cancellationToken);
        }

        async Task GiveUpAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<UploadProcessor>().GiveUpAsync(claimed.Ids, cancellationToken);
        }
    }

    static ValidationErrorCode CodeOf(Exception error) =>
        error is RawFileMissingException or DbException or DbUpdateException
            ? ValidationErrorCode.RawStorageFailed
            : ValidationErrorCode.UnknownValidationError;

    [LoggerMessage(Level = LogLevel.Error, Message = "pdftotext (Debian: poppler-utils) cannot be started; PDF files wait")]
    partial void ConverterMissing();

    // The exception itself may quote what it read.
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Error} in attempt {Attempt} at the uploads {FileUploadIds}")]
    partial void Failed(string error, string fileUploadIds, int attempt);
}
