using System.Text.Json.Nodes;
using MassTransit;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Records 33 and 35: what a service has answered. The last answer to a question wakes its ticket.</summary>
sealed class PrivacyAnswerConsumer(PrivacyBook book, Matters matters, Participants participants, UnitOfWork work)
    : IConsumer<PersonalDataCollected>,
        IConsumer<PersonalDataErased>
{
    public Task Consume(ConsumeContext<PersonalDataCollected> context) =>
        TakeAsync(
            context.Message.TicketId,
            context.Message.RequestId,
            new(
                context.Message.Service,
                WireEnum.Name(context.Message.Outcome),
                Numbers(context.Message.Counts),
                [],
                Blockers(context.Message.Blockers)
            ),
            context.CancellationToken
        );

    public Task Consume(ConsumeContext<PersonalDataErased> context) =>
        TakeAsync(
            context.Message.TicketId,
            context.Message.RequestId,
            new(
                context.Message.Service,
                WireEnum.Name(context.Message.Outcome),
                Numbers(context.Message.Counts),
                Numbers(context.Message.Remaining),
                Blockers(context.Message.Blockers)
            ),
            context.CancellationToken
        );

    async Task TakeAsync(string id, Guid question, ServiceAnswer answer, CancellationToken cancellationToken)
    {
        // The ticket first, as everywhere.
        var ticket = await matters.Store.LockAsync(id, cancellationToken);
        if (
            ticket is null
            || !participants.Names.Contains(answer.Service)
            || !await book.KeepAsync(id, question, answer, cancellationToken)
        )
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }
        var answered = (await book.AnswersAsync(question, cancellationToken)).Select(one => one.Service);
        if (ticket.Status == TicketStatus.Deferred && !Deferral.AwaitsPerson(ticket.Metadata) && !participants.Names.Except(answered).Any())
        {
            var wake = new TicketPatch
            {
                Status = ticket.IsShared ? TicketStatus.Pending : TicketStatus.InProgress,
                Reason = "all have answered",
            };
            await matters.ChangeAsync(id, wake, new(ActorKind.Record, answer.Service), cancellationToken);
        }
    }

    static JsonObject Numbers(IReadOnlyDictionary<string, int> counts) =>
        new(counts.Select(count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value)));

    static JsonArray Blockers(IReadOnlyList<Blocker> blockers) =>
        [
            .. blockers.Select(blocker =>
                (JsonNode?)new JsonObject { ["code"] = blocker.Code, ["until"] = blocker.Until?.UtcDateTime.ToString("O") }
            ),
        ];
}
