using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Requests;

/// <summary>A person ends the human stage that the ticket is parked at. The same decision again gets the same answer.</summary>
static class DecideTicketEndpoint
{
    internal sealed record Body(string? Decision = null, string? Note = null, JsonObject? Data = null);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/tickets/{id}/decision", HandleAsync)
            .RequireTicketUser()
            .WithIdempotency()
            .MayAnswer(Problems.TicketNotFound, Problems.InvalidState, Problems.StaleVersion);

    static async Task<TicketDocument> HandleAsync(
        string id,
        Body body,
        ExpectedVersion expected,
        Caller caller,
        HttpContext http,
        TicketRequests requests,
        SopCatalogue sops,
        IEnumerable<IDecisionRule> rules,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var decision = body.Decision ?? throw ProblemException.Missing("decision");
        var note = body.Note is null ? null : TicketRequests.Reason(body.Note, "note");
        return ExpectedVersion.Tag(
            http,
            await requests.ChangeAsync(
                id,
                caller,
                async ticket =>
                {
                    var sop = sops.Find(ticket.Sop)!;
                    if (sop.Stages.Any(stage => IsDecided(ticket, stage, decision, note)))
                    {
                        return null;
                    }
                    var stage = StageOf(sop, ticket, decision, note);
                    var effect = await EffectOf(rules, ticket, stage, decision, body.Data, cancellationToken);
                    work.Publish(FactOf(ticket, decision, note, effect, caller, clock.GetUtcNow()));
                    return PatchOf(ticket, stage, decision, note, effect, caller, clock.GetUtcNow()) with
                    {
                        ExpectedVersion = expected.Value,
                    };
                },
                cancellationToken
            )
        );
    }

    static Task<DecisionEffect> EffectOf(
        IEnumerable<IDecisionRule> rules,
        Ticket ticket,
        Stage stage,
        string decision,
        JsonObject? data,
        CancellationToken cancellationToken
    ) =>
        rules.FirstOrDefault(rule => rule.Sop == ticket.Sop) is { } rule
            ? rule.DecideAsync(ticket, stage, decision, data, cancellationToken)
        : data is null ? Task.FromResult(new DecisionEffect())
        : throw ProblemException.Validation("data", "This decision takes no data.");

    static Stage StageOf(Sop sop, Ticket ticket, string decision, string? note)
    {
        var stage = ticket.Status.IsTerminal() ? null : StageProgress.Next(sop, ticket.Metadata);
        if (stage is not { IsHuman: true, Decisions.Count: > 0 })
        {
            throw new ProblemException(Problems.InvalidState, "The ticket waits for no decision here.");
        }
        if (!stage.Decisions.Contains(decision))
        {
            throw ProblemException.Validation("decision", $"A decision here is one of {string.Join(", ", stage.Decisions)}.");
        }
        if (note is null && stage.WithNote.Contains(decision))
        {
            throw ProblemException.Missing("note");
        }
        return stage;
    }

    static TicketPatch PatchOf(
        Ticket ticket,
        Stage stage,
        string decision,
        string? note,
        DecisionEffect effect,
        Caller caller,
        DateTimeOffset now
    ) =>
        new()
        {
            Status = effect.Stays ? null : effect.Status ?? Onward(ticket.Status),
            Outcome = effect.Outcome,
            Deadline = effect.Deadline,
            Metadata =
                effect.Instead
                ?? StageProgress.Patch(
                    stage,
                    new()
                    {
                        ["status"] = "completed",
                        ["completed_at"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                        ["result"] = new JsonObject
                        {
                            ["decision"] = decision,
                            ["note"] = note,
                            ["decided_by"] = caller.UserId,
                            ["data"] = effect.Data,
                        },
                    }
                ),
            Reason = decision,
            KeepToPolicy = true,
        };

    // It goes on where it was parked; what nobody has claimed yet waits for its worker as before.
    static TicketStatus? Onward(TicketStatus status) =>
        status is TicketStatus.Deferred or TicketStatus.Blocked ? TicketStatus.InProgress : null;

    static bool IsDecided(Ticket ticket, Stage stage, string decision, string? note) =>
        StageProgress.ResultOf(ticket.Metadata, stage) is JsonObject result
        && (string?)result["decision"] == decision
        && (string?)result["note"] == note;

    static TicketDecisionMade FactOf(
        Ticket ticket,
        string decision,
        string? note,
        DecisionEffect effect,
        Caller caller,
        DateTimeOffset now
    ) =>
        new()
        {
            TicketId = ticket.TicketId,
            Sop = ticket.Sop,
            Reference = ticket.CorrelationId,
            Decision = decision,
            DecidedBy = caller.UserId,
            // What a person writes stays in the ticket: records carry ids, counts and codes.
            Values = effect
                .Values.Select(value => KeyValuePair.Create(value.Key, JsonSerializer.SerializeToElement(value.Value)))
                .Append(KeyValuePair.Create("with_note", JsonSerializer.SerializeToElement(note is not null)))
                .ToDictionary(StringComparer.Ordinal),
            DecidedAt = now,
        };
}
