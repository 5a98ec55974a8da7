using MassTransit;
using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>The service downstream of the tally: one effect for every event that it hears.</summary>
public sealed class MirrorConsumer(TallyContext database) : IConsumer<EssaySlotAssigned>
{
    public const string Service = "mirror_service";

    public Task Consume(ConsumeContext<EssaySlotAssigned> context)
    {
        database.Effects.Add(
            new Effect
            {
                EventId = context.MessageId!.Value,
                BatchId = context.Message.BatchId,
                UploadId = context.Message.FileUploadId,
            }
        );
        return Task.CompletedTask;
    }
}
