using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tickets.Sops.AssociationReview;

/// <summary>Record 24: a batch was cancelled, or has gone on without its review.</summary>
sealed class BatchStatusChangedConsumer(ReviewTickets reviews, UnitOfWork work) : IConsumer<BatchStatusChanged>
{
    public async Task Consume(ConsumeContext<BatchStatusChanged> context) =>
        work.Outcome = await reviews.MovedAsync(context.Message, context.CancellationToken);
}
