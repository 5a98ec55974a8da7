using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Sops.Privacy;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Requests;

/// <summary>A person opens a ticket of a procedure that people open; the others are opened by records and watches.</summary>
static class CreateTicketEndpoint
{
    internal sealed record Body(
        string? Sop = null,
        string? Email = null,
        string? UserIdentifier = null,
        int? Priority = null,
        string? Notes = null,
        JsonObject? Details = null
    );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/tickets", HandleAsync)
            .RequireTicketUser()
            .WithIdempotency()
            .MayAnswer(Problems.UnknownSop, Problems.TicketAlreadyOpen);

    static async Task<Created<TicketDocument>> HandleAsync(
        Body body,
        Caller caller,
        SopCatalogue sops,
        IEnumerable<IRequestRule> rules,
        Matters matters,
        TicketAudience audience,
        UnitOfWork work,
        DataRequestOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var name = body.Sop ?? throw ProblemException.Missing("sop");
        var sop = sops.Find(name) ?? throw new ProblemException(Problems.UnknownSop, "There is no such procedure.");
        if (!sop.IsOpenedByPeople || !caller.Is(sop.Role))
        {
            throw new ProblemException(Problems.AuthorizationError, "Tickets of this procedure are not opened by the caller.");
        }
        rules.FirstOrDefault(rule => rule.Sop == sop.Name)?.Check(body.Details);
        var ticket = new NewTicket
        {
            TicketId = "",
            Sop = sop.Name,
            TicketType = sop.TicketType,
            Email = Email(body.Email),
            UserIdentifier = sop.IsPersonal ? caller.UserId : Identifier(body.UserIdentifier),
            Priority = UpdateTicketEndpoint.Priority(body.Priority) ?? sop.Priority,
            Notes = UpdateTicketEndpoint.Notes(body.Notes),
            Deadline = sop.HasDeadline ? options.DeadlineOf(clock.GetUtcNow()) : null,
            Metadata = Metadata(body.Details),
            OrgId = caller.OrgId,
        };
        await work.BeginAsync(cancellationToken);
        var outcome = await matters.OpenAsync(sop, ticket, new(ActorKind.Human, caller.UserId), cancellationToken);
        if (outcome is not CreateOutcome.Created created)
        {
            throw new ProblemException(Problems.TicketAlreadyOpen, "The matter has an open ticket.");
        }
        await work.CommitAsync(cancellationToken);
        return TypedResults.Created($"/v1/tickets/{created.Ticket.TicketId}", audience.Show(caller, created.Ticket));
    }

    static string Email(string? email) =>
        email is null ? throw ProblemException.Missing("email")
        : email.Length is < 3 or > 255 || !email.Contains('@', StringComparison.Ordinal) || email.Contains('\0', StringComparison.Ordinal)
            ? throw ProblemException.Validation("email", "An address has 3 to 255 characters and an @.")
        : email.Normalize();

    static string? Identifier(string? identifier) =>
        identifier is { Length: > 255 } || identifier?.Contains('\0', StringComparison.Ordinal) == true
            ? throw ProblemException.Validation("user_identifier", "An identifier has at most 255 characters.")
            : identifier?.Normalize();

    static JsonObject Metadata(JsonObject? details)
    {
        var metadata = new JsonObject { [MetadataMerge.Stages] = new JsonObject(), ["sop_version"] = "1.0" };
        if (details is not null)
        {
            metadata[RequestDetails.Key] = details.DeepClone();
        }
        return MetadataLimits.FaultOf(metadata) is { } fault ? throw ProblemException.Validation("details", $"Details {fault}.") : metadata;
    }
}
