using System.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>
/// What the service holds about a student, as a zip, for the service that asked by record 32 and was answered. It is made while it is sent, as of one
/// instant; no copy lies anywhere.
/// </summary>
static class GetPersonalContentEndpoint
{
    const string ContentType = "application/zip";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/internal/v1/privacy/requests/{id:guid}/content", HandleAsync)
            .RequireService()
            .MayAnswer(Problems.InvalidState)
            .Produces<string>(contentType: ContentType);

    static async Task<PushStreamHttpResult> HandleAsync(
        Guid id,
        Caller caller,
        HttpContext http,
        DbContext context,
        IPersonalData data,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var request =
            caller.ServiceId == ServiceNames.Tickets
                ? await context
                    .Set<PrivacyRequest>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(one => one.RequestId == id && one.ExpiresAt > now, cancellationToken)
                : null;
        if (request is null)
        {
            throw new ProblemException(Problems.ResourceNotFound, "There is no such request.");
        }
        if (request.State != PrivacyRequestState.Answered || request.Purpose is not (PrivacyPurpose.Access or PrivacyPurpose.Export))
        {
            throw new ProblemException(Problems.InvalidState, "The request is not answered, or was not about contents.");
        }
        // The end of each file in a zip is written by a call that blocks; it is some bytes long.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(body => WriteAsync(data, request, database, now, body, cancellationToken), ContentType);
    }

    static async Task WriteAsync(
        IPersonalData data,
        PrivacyRequest request,
        NpgsqlDataSource database,
        DateTimeOffset now,
        Stream body,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using (var utc = new NpgsqlCommand("set local time zone 'UTC'", connection))
        {
            await utc.ExecuteNonQueryAsync(cancellationToken);
        }
        var queries = new PersonalQueries(data, request.Subject, request.TicketId, now, connection);
        await queries.MarkAsync(cancellationToken);
        await new PackageWriter(data, queries, now).WriteAsync(body, cancellationToken);
    }
}
