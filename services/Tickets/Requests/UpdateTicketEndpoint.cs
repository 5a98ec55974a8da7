using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Requests;

/// <summary>Changes a ticket by the policy. Stages and deferrals have routes of their own.</summary>
static class UpdateTicketEndpoint
{
    static readonly string[] NotHere =
    [
        MetadataMerge.Stages,
        StageProgress.Current,
        Deferral.Until,
        Deferral.Reason,
        Deferral.At,
        Deferral.AwaitsHuman,
    ];

    internal sealed record Body(
        TicketStatus? Status = null,
        int? Priority = null,
        string? Notes = null,
        JsonObject? Metadata = null,
        string? Reason = null
    );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPatch("/v1/tickets/{id}", HandleAsync)
            .RequireTicketUser()
            .MayAnswer(Problems.TicketNotFound, Problems.TransitionNotAllowed, Problems.StaleVersion);

    static async Task<TicketDocument> HandleAsync(
        string id,
        Body body,
        ExpectedVersion expected,
        Caller caller,
        HttpContext http,
        TicketRequests requests,
        CancellationToken cancellationToken
    )
    {
        var patch = new TicketPatch
        {
            Status = body.Status,
            Owner = TicketRequests.OwnerOf(body.Status),
            Priority = Priority(body.Priority),
            Notes = Notes(body.Notes),
            Metadata = Metadata(body.Metadata),
            Reason = body.Reason is null ? null : TicketRequests.Reason(body.Reason),
            ExpectedVersion = expected.Value,
            KeepToPolicy = true,
        };
        return ExpectedVersion.Tag(
            http,
            await requests.ChangeAsync(id, caller, _ => Task.FromResult<TicketPatch?>(patch), cancellationToken)
        );
    }

    internal static int? Priority(int? priority) =>
        priority is < 1 or > 10 ? throw ProblemException.Validation("priority", "A priority is a number from 1 to 10.") : priority;

    internal static string? Notes(string? notes) =>
        notes is not null && MetadataLimits.FaultOf(notes) is { } fault
            ? throw ProblemException.Validation("notes", $"Notes {fault}.")
            : notes?.Normalize();

    static JsonObject? Metadata(JsonObject? metadata) =>
        metadata is null ? null
        : NotHere.FirstOrDefault(metadata.ContainsKey) is { } key
            ? throw ProblemException.Validation($"metadata.{key}", "This is changed by a decision or a deferral.")
        : MetadataLimits.FaultOf(metadata) is { } fault ? throw ProblemException.Validation("metadata", $"Metadata {fault}.")
        : metadata;
}
