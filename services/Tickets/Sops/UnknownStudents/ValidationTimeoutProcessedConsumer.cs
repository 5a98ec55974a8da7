using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tickets.Sops.UnknownStudents;

/// <summary>Record 20: the deadline has decided.</summary>
sealed class ValidationTimeoutProcessedConsumer(UnknownTickets unknown, UnitOfWork work) : IConsumer<ValidationTimeoutProcessed>
{
    public async Task Consume(ConsumeContext<ValidationTimeoutProcessed> context) =>
        work.Outcome = await unknown.TimedOutAsync(context.Message, context.CancellationToken);
}
