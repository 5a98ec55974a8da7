using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Answers one request about a student: what it finds or erases, and the record that says so, are one transaction.</summary>
sealed class PrivacyAnswers(IPersonalData data, DbContext context, UnitOfWork work, ServiceIdentity self, TimeProvider clock)
{
    /// <summary>Answers a request unless it is answered, or another process is at it.</summary>
    internal async Task AnswerAsync(Guid id, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var request = (
            await context
                .Set<PrivacyRequest>()
                .FromSql($"select * from privacy_requests where request_id = {id} and state = 'pending' for update skip locked")
                .AsNoTracking()
                .ToListAsync(cancellationToken)
        ).SingleOrDefault();
        if (request is null)
        {
            return;
        }
        work.Cause = new EventCause(request.CorrelationId, request.EventId);
        var queries = new PersonalQueries(data, request.Subject, request.TicketId, clock.GetUtcNow(), work.Connection);
        work.Publish(
            request.Purpose == PrivacyPurpose.Erasure
                ? await EraseAsync(request, queries, cancellationToken)
                : await CollectAsync(request, queries, cancellationToken)
        );
        var now = clock.GetUtcNow();
        await context
            .Set<PrivacyRequest>()
            .Where(one => one.RequestId == id)
            .ExecuteUpdateAsync(
                answered => answered.SetProperty(one => one.State, PrivacyRequestState.Answered).SetProperty(one => one.AnsweredAt, now),
                cancellationToken
            );
        await work.CommitAsync(cancellationToken);
    }

    async Task<IFact> CollectAsync(PrivacyRequest request, PersonalQueries queries, CancellationToken cancellationToken)
    {
        await queries.MarkAsync(cancellationToken);
        var counts =
            request.Purpose == PrivacyPurpose.ErasureProof
                ? await queries.RemainsAsync(inProof: true, cancellationToken)
                : await queries.CountAsync(cancellationToken);
        var blockers = request.Purpose == PrivacyPurpose.ErasureCheck ? await queries.BlockersAsync(cancellationToken) : [];
        return new PersonalDataCollected
        {
            TicketId = request.TicketId,
            RequestId = request.RequestId,
            Service = self.Name,
            Outcome =
                blockers.Count > 0 ? CollectionOutcome.Blocked
                : counts.Count > 0 ? CollectionOutcome.Held
                : CollectionOutcome.Nothing,
            Counts = counts,
            Blockers = blockers,
            AnsweredAt = clock.GetUtcNow(),
        };
    }

    async Task<IFact> EraseAsync(PrivacyRequest request, PersonalQueries queries, CancellationToken cancellationToken)
    {
        await queries.LockAsync(cancellationToken);
        await queries.MarkAsync(cancellationToken);
        var blockers = await queries.BlockersAsync(cancellationToken);
        IReadOnlyDictionary<string, int> none = new Dictionary<string, int>();
        var (erased, remaining) = (none, none);
        if (blockers.Count == 0)
        {
            await data.PublishAsync(request.Subject, cancellationToken);
            erased = await queries.EraseAsync(cancellationToken);
            remaining = await queries.RemainsAsync(inProof: false, cancellationToken);
        }
        return new PersonalDataErased
        {
            TicketId = request.TicketId,
            RequestId = request.RequestId,
            Service = self.Name,
            Outcome =
                blockers.Count > 0 ? ErasureOutcome.Blocked
                : erased.Count > 0 ? ErasureOutcome.Erased
                : ErasureOutcome.Nothing,
            Counts = erased,
            Remaining = remaining,
            Blockers = blockers,
            CompletedAt = clock.GetUtcNow(),
        };
    }
}
