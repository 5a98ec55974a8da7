using Microsoft.EntityFrameworkCore;
using Phase1.FileIntake.Batches;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>
/// <c>POST /v1/files/batch/{id}/uploaded</c>: the files of a session have been sent. Their teacher is told of all together, once; asked again it
/// answers the same.
/// </summary>
static class CloseUploadEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/files/batch/{id:guid}/uploaded", HandleAsync)
            .RequireTeacher()
            .MayAnswer(Problems.ResourceNotFound, Problems.ExternalServiceError);

    internal sealed record Body(Guid? Session = null);

    internal sealed record Answer(int Accepted, int Refused);

    static async Task<Answer> HandleAsync(
        Guid id,
        Body body,
        Caller caller,
        BatchClient batches,
        FileIntakeDbContext database,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var sessionId = body.Session ?? throw ProblemException.Missing("session");
        await batches.OwnAsync(id, caller.UserId, cancellationToken);
        await work.BeginAsync(cancellationToken);
        // One request of a session at a time, so that it is told once.
        await database.Database.ExecuteSqlAsync(
            $"insert into upload_sessions (batch_id, session_id, refused) values ({id}, {sessionId}, 0) on conflict do nothing",
            cancellationToken
        );
        var session = await database
            .UploadSessions.FromSql($"select * from upload_sessions where batch_id = {id} and session_id = {sessionId} for update")
            .SingleAsync(cancellationToken);
        var accepted = await database.Uploads.CountAsync(
            upload => upload.BatchId == id && upload.SessionId == sessionId,
            cancellationToken
        );
        if (session.ToldAt is null && accepted + session.Refused > 0)
        {
            session.ToldAt = clock.GetUtcNow();
            work.Publish(UploadFacts.Uploaded(id, caller.UserId, accepted, session.Refused, work.Cause, session.ToldAt.Value));
        }
        await work.CommitAsync(cancellationToken);
        return new(accepted, session.Refused);
    }
}
