using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Takes in records 32 and 34. No table is searched while a poll waits.</summary>
sealed class PrivacyConsumer(DbContext context, UnitOfWork work, PrivacyWorker worker, TimeProvider clock)
    : IConsumer<PersonalDataCollectionRequested>,
        IConsumer<PersonalDataErasureRequested>
{
    public Task Consume(ConsumeContext<PersonalDataCollectionRequested> context) =>
        KeepAsync(
            context.Message.RequestId,
            PurposeOf(context.Message.Purpose),
            context.Message.TicketId,
            new(context.Message.StudentIds, context.Message.Essays),
            context.CancellationToken
        );

    public Task Consume(ConsumeContext<PersonalDataErasureRequested> context) =>
        KeepAsync(
            context.Message.RequestId,
            PrivacyPurpose.Erasure,
            context.Message.TicketId,
            new(context.Message.StudentIds, context.Message.Essays),
            context.CancellationToken
        );

    async Task KeepAsync(Guid id, PrivacyPurpose purpose, string ticket, DataSubject subject, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var document = JsonSerializer.Serialize(subject, Phase1Json.Options);
        var kept = await context.Database.ExecuteSqlAsync(
            $"""
            insert into privacy_requests (request_id, purpose, ticket_id, subject, state, correlation_id, event_id, received_at, expires_at)
            values ({id}, {WireEnum.Name(purpose)}, {ticket}, {document}::jsonb, 'pending', {work.Cause.CorrelationId},
                    {work.Cause.CausationId ?? id}, {now}, {now + PrivacyRequest.KeptFor})
            on conflict do nothing
            """,
            cancellationToken
        );
        work.Outcome = kept == 0 ? RecordOutcome.Duplicate : RecordOutcome.Applied;
        work.AfterCommit(worker.Wake);
    }

    static PrivacyPurpose PurposeOf(CollectionPurpose purpose) =>
        purpose switch
        {
            CollectionPurpose.Access => PrivacyPurpose.Access,
            CollectionPurpose.Export => PrivacyPurpose.Export,
            CollectionPurpose.ErasureCheck => PrivacyPurpose.ErasureCheck,
            _ => PrivacyPurpose.ErasureProof,
        };
}
