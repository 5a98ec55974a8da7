using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tickets.Sops.AssociationReview;

/// <summary>Record 27: a set waits for its teacher.</summary>
sealed class AssociationReviewNeededConsumer(ReviewTickets reviews, UnitOfWork work) : IConsumer<AssociationReviewNeeded>
{
    public async Task Consume(ConsumeContext<AssociationReviewNeeded> context) =>
        work.Outcome = await reviews.NeededAsync(context.Message, context.CancellationToken);
}
