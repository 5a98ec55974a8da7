using MassTransit;

namespace Phase1.BatchOrchestrator.Batches.Activities;

/// <summary>From a step of the machine to what it works on.</summary>
static class Reach
{
    internal static T Service<T>(this PipeContext context)
        where T : notnull => context.GetPayload<IServiceScope>().ServiceProvider.GetRequiredService<T>();

    internal static IBatchRecords Records(this PipeContext context) => context.Service<IBatchRecords>();

    internal static Task<IReadOnlyList<BatchEssay>> EssaysAsync(this BehaviorContext<BatchState> context) =>
        context.Records().EssaysAsync(context.Saga.CorrelationId, context.CancellationToken);

    /// <summary>When the record at hand was recorded; null when it came over HTTP.</summary>
    internal static DateTimeOffset? OccurredAt(this ConsumeContext context) =>
        context.SentTime is { } sent ? new DateTimeOffset(DateTime.SpecifyKind(sent, DateTimeKind.Utc)) : null;
}
