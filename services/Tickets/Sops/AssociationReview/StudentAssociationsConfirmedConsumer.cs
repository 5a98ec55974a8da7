using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tickets.Sops.AssociationReview;

/// <summary>Record 11: a set is released, by whose hand its counts say.</summary>
sealed class StudentAssociationsConfirmedConsumer(ReviewTickets reviews, UnitOfWork work) : IConsumer<StudentAssociationsConfirmed>
{
    public async Task Consume(ConsumeContext<StudentAssociationsConfirmed> context) =>
        work.Outcome = await reviews.ConfirmedAsync(context.Message, context.CancellationToken);
}
