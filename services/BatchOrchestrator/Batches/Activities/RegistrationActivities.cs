using System.Text.Json;
using MassTransit;
using Phase1.BatchOrchestrator.Registration;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches.Activities;

static class RegistrationActivities
{
    /// <summary>Fills the new batch, mints its essay ids and tells the world of them.</summary>
    internal static EventActivityBinder<BatchState, RegisterBatch> Register(this EventActivityBinder<BatchState, RegisterBatch> binder) =>
        binder.Then(context =>
        {
            var (batch, command, records) = (context.Saga, context.Message, context.Records());
            batch.UserId = command.UserId;
            batch.OrgId = command.OrgId;
            batch.ClassId = command.ClassId;
            batch.ClassType = command.ClassId is null ? BatchKind.Guest : BatchKind.Regular;
            batch.CourseCode = command.CourseCode;
            batch.ExpectedEssayCount = command.ExpectedEssayCount;
            batch.StudentPromptRef = command.StudentPromptRef;
            batch.AssignmentId = command.AssignmentId;
            batch.ChainId = records.Cause.CorrelationId;
            batch.CreatedAt = records.Now;
            Guid[] essayIds = [.. Enumerable.Range(0, command.ExpectedEssayCount).Select(_ => Guid.CreateVersion7(records.Now))];
            foreach (var (index, essayId) in essayIds.Index())
            {
                records.Add(
                    new BatchEssay
                    {
                        BatchId = command.BatchId,
                        EssayId = essayId,
                        Ordinal = index + 1,
                    }
                );
            }
            records.Publish(
                batch,
                new BatchEssaysRegistered
                {
                    BatchId = command.BatchId,
                    ExpectedEssayCount = command.ExpectedEssayCount,
                    EssayIds = essayIds,
                    CourseCode = command.CourseCode,
                    UserId = command.UserId,
                    OrgId = command.OrgId,
                    ClassId = command.ClassId,
                    StudentPromptRef = batch.PromptRef(),
                }
            );
        });

    internal static JsonElement? PromptRef(this BatchState batch) => batch.StudentPromptRef is { } json ? JsonElement.Parse(json) : null;
}
