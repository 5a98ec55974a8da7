using System.Collections.Concurrent;
using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>What the test consumer does before and after its own work, and which records it has been run for.</summary>
public sealed class Script
{
    readonly ConcurrentQueue<(Guid EventId, Guid BatchId)> _runs = new();

    /// <summary>Runs before anything has been written: what it throws leaves nothing to undo.</summary>
    public Func<ConsumeContext<EssayContentProvisioned>, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs when an effect is tracked and an event recorded: what it throws costs the poll's transaction.</summary>
    public Func<ConsumeContext<EssayContentProvisioned>, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>Every run of the consumer, failed ones too, in order.</summary>
    public IReadOnlyList<(Guid EventId, Guid BatchId)> Runs => _runs.ToArray();

    /// <summary>The unit of work that the record is applied in.</summary>
    public static UnitOfWork Work(ConsumeContext context) => context.GetPayload<UnitOfWork>();

    internal Task RunAsync(ConsumeContext<EssayContentProvisioned> context)
    {
        _runs.Enqueue((context.MessageId!.Value, context.Message.BatchId));
        return Before(context);
    }

    internal Task AfterAsync(ConsumeContext<EssayContentProvisioned> context) => After(context);
}
