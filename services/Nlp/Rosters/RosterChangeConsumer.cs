using MassTransit;
using Phase1.Events;

namespace Phase1.Nlp.Rosters;

/// <summary>Records 17 and 18: the cached rosters of the classes that they name are dropped.</summary>
sealed class RosterChangeConsumer(RosterCache cache)
    : IConsumer<ClassCreated>,
        IConsumer<ClassUpdated>,
        IConsumer<StudentCreated>,
        IConsumer<StudentUpdated>
{
    public Task Consume(ConsumeContext<ClassCreated> context) => Drop(context.Message.ClassId);

    public Task Consume(ConsumeContext<ClassUpdated> context) => Drop(context.Message.ClassId);

    public Task Consume(ConsumeContext<StudentCreated> context) =>
        Drop([.. context.Message.ClassIds, .. context.Message.RosterVersions.Keys]);

    public Task Consume(ConsumeContext<StudentUpdated> context) =>
        Drop([.. context.Message.ClassIds, .. context.Message.RosterVersions.Keys]);

    Task Drop(params ReadOnlySpan<Guid> classIds)
    {
        foreach (var classId in classIds)
        {
            cache.Drop(classId);
        }

        return Task.CompletedTask;
    }
}
