using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Has all services erase. Something left anywhere is an error that somebody has to look at.</summary>
sealed class ErasureStage(Questioning by)
    : QuestionStage(PrivacyProcedures.Delete, PrivacyProcedures.Erasure, PrivacyProcedures.Erasure, by)
{
    protected override async Task<StageResult> EndAsync(
        Ticket ticket,
        Question question,
        IReadOnlyList<ServiceAnswer> answers,
        PrivacyBook book,
        CancellationToken cancellationToken
    )
    {
        if (answers.Any(answer => answer.Remaining.Count > 0))
        {
            throw new StageException("ERASURE_INCOMPLETE");
        }
        await book.RememberAsync(ticket.TicketId, SubjectOf(ticket), cancellationToken);
        return new StageResult.Done(ToJson(answers));
    }
}

/// <summary>When the log has forgotten what was told before the erasure, all services look again: nothing may have come back.</summary>
sealed class ProofStage(Questioning by) : QuestionStage(PrivacyProcedures.Delete, PrivacyProcedures.Proof, "erasure_proof", by)
{
    readonly Questioning _by = by;

    protected override async Task<StageResult?> BeforeAsync(Ticket ticket, PrivacyBook book, CancellationToken cancellationToken)
    {
        var erasedAt = await book.ErasedAtAsync(ticket.TicketId, cancellationToken) ?? throw new StageException("NOT_ERASED");
        var left = erasedAt + _by.Options.LogHorizon - _by.Clock.GetUtcNow();
        return left > TimeSpan.Zero ? new StageResult.Wait(left, "the log still knows what was told before") : null;
    }

    protected override Task<StageResult> EndAsync(
        Ticket ticket,
        Question question,
        IReadOnlyList<ServiceAnswer> answers,
        PrivacyBook book,
        CancellationToken cancellationToken
    ) =>
        answers.Any(answer => answer.Counts.Count > 0)
            ? throw new StageException("PROOF_NOT_EMPTY")
            : Task.FromResult<StageResult>(new StageResult.End(Events.TicketStatus.Completed, "erased", ToJson(answers)));
}
