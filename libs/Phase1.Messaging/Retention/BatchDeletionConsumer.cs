using MassTransit;
using Phase1.Events;

namespace Phase1.Messaging;

/// <summary>Deletes what the service has of a batch, for services that need no more than their tables to know what that is.</summary>
/// <typeparam name="TFact">The record that says so.</typeparam>
/// <param name="rows">The service's rows.</param>
/// <param name="work">The record's unit of work.</param>
public sealed class BatchDeletionConsumer<TFact>(BatchRows rows, UnitOfWork work) : IConsumer<TFact>
    where TFact : class, IBatchDeletion
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<TFact> context) =>
        rows.DeleteAsync(work, [(context.Message.BatchId, context.Message.UserId)], context.CancellationToken);
}
