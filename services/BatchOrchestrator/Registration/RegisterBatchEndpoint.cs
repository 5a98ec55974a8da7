using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.BatchOrchestrator.Batches;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Registration;

static class RegisterBatchEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/batches/register", HandleAsync)
            .RequireTeacher()
            .WithIdempotency()
            .MayAnswer(Problems.ClassNotFound, Problems.CourseMismatch, Problems.LimitExceeded, Problems.ExternalServiceError);

    static async Task<Accepted<RegistrationAnswer>> HandleAsync(
        RegistrationRequest request,
        Caller caller,
        BatchOptions options,
        ClassClient classes,
        UnitOfWork uow,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var command = request.ToCommand(Guid.CreateVersion7(clock.GetUtcNow()), caller, options.MaxEssays);
        if (command.ClassId is { } classId)
        {
            Check(command, await classes.FindAsync(classId, cancellationToken));
        }
        await uow.BeginAsync(cancellationToken);
        await uow.DispatchAsync(command, cancellationToken);
        await uow.CommitAsync(cancellationToken);
        return TypedResults.Accepted(
            $"/v1/batches/{command.BatchId}/status",
            new RegistrationAnswer(command.BatchId, uow.Cause.CorrelationId, "registered")
        );
    }

    static void Check(RegisterBatch command, ClassInfo? found)
    {
        if (found is null || found.OwnerUserId != command.UserId)
        {
            throw new ProblemException(Problems.ClassNotFound, "The teacher has no class with this id.");
        }
        if (found.CourseCode != command.CourseCode)
        {
            throw new ProblemException(Problems.CourseMismatch, $"The class has the course {WireEnum.Name(found.CourseCode)}.");
        }
    }

    internal sealed record RegistrationAnswer(Guid BatchId, Guid CorrelationId, string Status);
}
