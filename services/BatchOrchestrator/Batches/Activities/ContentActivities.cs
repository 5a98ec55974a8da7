using MassTransit;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches.Activities;

/// <summary>What follows when the content of a batch is complete.</summary>
static class ContentActivities
{
    internal static EventActivityBinder<BatchState, BatchContentProvisioningCompleted> StoreTexts(
        this EventActivityBinder<BatchState, BatchContentProvisioningCompleted> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            var (batch, fact) = (context.Saga, context.Message);
            var essays = await context.EssaysAsync();
            FactChecks.Verify(batch, essays, fact);
            var texts = fact.EssaysForProcessing.ToDictionary(text => text.EssayId);
            foreach (var essay in essays)
            {
                if (texts.TryGetValue(essay.EssayId, out var text))
                {
                    essay.Take(text);
                    essay.Stored = !batch.IsRegular;
                }
            }
            batch.ProvisionedCount = fact.ProvisionedCount;
            batch.FailedCount = fact.ExpectedCount - fact.ProvisionedCount;
        });

    internal static EventActivityBinder<BatchState, BatchContentProvisioningCompleted> StartMatching(
        this EventActivityBinder<BatchState, BatchContentProvisioningCompleted> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            var (batch, records) = (context.Saga, context.Records());
            EssayRef[] texts = [.. (await context.EssaysAsync()).Where(essay => essay.HasText).Select(essay => essay.ToRef())];
            records.Publish(
                batch,
                new InitiateStudentMatching
                {
                    BatchId = batch.CorrelationId,
                    EssaysToProcess = texts,
                    ClassId = batch.ClassId!.Value,
                    CourseCode = batch.CourseCode,
                }
            );
            records.Publish(batch, BatchNotifications.MatchingStarted(batch, records, texts.Length));
        });
}
