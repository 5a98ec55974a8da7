using MassTransit;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Sops.AssociationReview;
using Phase1.Tickets.Sops.UnknownStudents;

namespace Phase1.Tickets.Sops;

/// <summary>Record 25: a batch is gone. Tickets outlive it, since they say who decided; open ones have nothing left to settle.</summary>
sealed class BatchDeletedConsumer(ReviewTickets reviews, UnknownTickets unknown, BatchRows rows, UnitOfWork work) : IConsumer<BatchDeleted>
{
    public async Task Consume(ConsumeContext<BatchDeleted> context)
    {
        var (batch, token) = (context.Message.BatchId, context.CancellationToken);
        await reviews.WithdrawAsync(batch, token);
        await unknown.WithdrawAsync(batch, token);
        await rows.DeleteAsync(work, [(batch, context.Message.UserId)], token);
    }
}
