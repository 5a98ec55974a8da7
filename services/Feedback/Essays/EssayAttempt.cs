using Phase1.Feedback.Masking;
using Phase1.Feedback.Prompts;
using Phase1.Feedback.Results;
using Phase1.Feedback.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Essays;

/// <summary>One essay of an attempt: its text, without names, goes to a model, and what comes back is kept if it is feedback.</summary>
sealed class EssayAttempt(TextClient texts, INameMask mask, GatewayClient gateway, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Calls whose answers were lost, and one that was of no use, all in one attempt.</summary>
    const int MostCalls = 5;

    /// <summary>Null where the essay has come to its end.</summary>
    internal async Task<Halt?> RunAsync(FeedbackRun run, FeedbackEssay essay, ClassNames names, CancellationToken cancellationToken)
    {
        string? text;
        try
        {
            text = await texts.FindAsync(essay.TextStorageId, run.Cause, cancellationToken);
        }
        catch (ServiceUnavailableException)
        {
            return new(HaltKind.NoTexts, clock.GetUtcNow());
        }
        if (text is null)
        {
            return await FailAsync(essay, EssayErrors.TextUnavailable, cancellationToken);
        }
        var masked = mask.Mask(text, essay.EssayId, names);
        return masked.Text.Length == 0
            ? await FailAsync(essay, EssayErrors.TextEmpty, cancellationToken)
            : await AskAsync(run, essay, masked, cancellationToken);
    }

    async Task<Halt?> AskAsync(FeedbackRun run, FeedbackEssay essay, MaskedText masked, CancellationToken cancellationToken)
    {
        var isSecond = false;
        // A call that a crash has cut off is asked for again: its answer may still be there.
        var number = Math.Max(essay.RequestNo, 1);
        for (var calls = 1; calls <= MostCalls; calls++)
        {
            if (!await NumberAsync(essay, number, cancellationToken))
            {
                return null;
            }
            var askedAt = clock.GetUtcNow();
            switch (await gateway.AskAsync(RequestIds.Of(run.RunId, essay.EssayId, number), run, essay.EssayId, masked, cancellationToken))
            {
                case Answered answered when FeedbackContent.Read(answered.Content) is { } content:
                    await FinishAsync(run, essay, masked, answered.Model, content, cancellationToken);
                    return null;
                case Answered when isSecond:
                    return await FailAsync(essay, EssayErrors.InvalidAnswer, cancellationToken, isAnswered: true);
                case Answered:
                    (isSecond, number) = (true, number + 1);
                    break;
                case Lost:
                    number++;
                    break;
                case Refused refused:
                    return new(HaltKind.NoBudget, askedAt, refused.Refusal);
                case NotAccepted rejected:
                    return await FailAsync(essay, rejected.ErrorCode, cancellationToken);
                default:
                    return new(HaltKind.NoModel, askedAt);
            }
        }
        return new(HaltKind.NoModel, clock.GetUtcNow());
    }

    Task FinishAsync(
        FeedbackRun run,
        FeedbackEssay essay,
        MaskedText masked,
        string model,
        FeedbackContent content,
        CancellationToken cancellationToken
    )
    {
        var written = new StoredFeedback
        {
            EssayId = essay.EssayId,
            RunId = run.RunId,
            BatchId = run.BatchId,
            Feedback = content,
            Placeholders = masked.Placeholders,
            ModelId = model,
            PromptVersion = FeedbackPrompt.Version,
            CreatedAt = clock.GetUtcNow(),
        };
        return WithBookAsync(book => book.FinishAsync(essay, written, cancellationToken));
    }

    async Task<Halt?> FailAsync(FeedbackEssay essay, string code, CancellationToken cancellationToken, bool isAnswered = false)
    {
        await WithBookAsync(book => book.FailAsync(essay, code, isAnswered, cancellationToken));
        return null;
    }

    async Task<bool> NumberAsync(FeedbackEssay essay, int number, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EssayBook>().NumberAsync(essay, number, cancellationToken);
    }

    // Each end is a unit of work of its own.
    async Task WithBookAsync(Func<EssayBook, Task> write)
    {
        await using var scope = scopes.CreateAsyncScope();
        await write(scope.ServiceProvider.GetRequiredService<EssayBook>());
    }
}
