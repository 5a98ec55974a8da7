using MassTransit;
using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>Runs what the test has scripted, writes one effect, tells it on the log.</summary>
public sealed class EffectConsumer(TallyContext database, Script script) : IConsumer<EssayContentProvisioned>
{
    public async Task Consume(ConsumeContext<EssayContentProvisioned> context)
    {
        await script.RunAsync(context);
        var upload = context.Message;
        database.Effects.Add(
            new Effect
            {
                EventId = context.MessageId!.Value,
                BatchId = upload.BatchId,
                UploadId = upload.FileUploadId,
            }
        );
        await context.Publish(
            new BatchFileAdded
            {
                BatchId = upload.BatchId,
                FileUploadId = upload.FileUploadId,
                UserId = "teacher-1",
                Timestamp = upload.Timestamp,
            }
        );
        await script.AfterAsync(context);
    }
}
