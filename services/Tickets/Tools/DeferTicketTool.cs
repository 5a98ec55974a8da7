using System.Globalization;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Tools;

/// <summary>Stops work on a ticket until an instant, or until a person answers.</summary>
sealed class DeferTicketTool(SopCatalogue sops, TimeProvider clock, ILogger<DeferTicketTool> logger) : ITool
{
    internal const string Name = "defer_ticket";

    public ToolInfo Info { get; } =
        new(
            Name,
            "Stops work on a ticket until an instant, for a number of hours, or until a person answers.",
            "workflow",
            "When nothing can be done before something else has happened.",
            ToolSchema.Of(
                ("ticket_id", ToolSchema.Typed("string", "Which ticket")),
                ("reason", ToolSchema.Typed("string", "Why")),
                ("defer_until", ToolSchema.Typed("string", "An ISO 8601 timestamp")),
                ("defer_hours", ToolSchema.Typed("number", "Hours from now")),
                ("await_human", ToolSchema.Typed("boolean", "Until a person answers"))
            )
        );

    public string Counter => "tickets_deferred_total";

    public void Validate(JsonObject parameters)
    {
        ToolParameters.Id(parameters);
        DeferralRequest.Of(parameters);
    }

    public async Task<JsonObject> RunAsync(
        ITicketStore store,
        JsonObject parameters,
        TicketActor actor,
        CancellationToken cancellationToken
    )
    {
        var id = ToolParameters.Id(parameters);
        var ticket = await store.GetAsync(id, cancellationToken) ?? throw ToolOutcomes.NotFound(id);
        var patch = PatchOf(ticket, parameters);
        await ToolOutcomes.ChangeAsync(store, id, patch, actor, "status", logger, cancellationToken);
        return Data(id, DeferralRequest.Of(parameters), Deferral.UntilText(patch.Metadata!));
    }

    /// <summary>The deferral as a change of a ticket.</summary>
    /// <exception cref="ToolException">It cannot be.</exception>
    internal TicketPatch PatchOf(Ticket ticket, JsonObject parameters)
    {
        var request = DeferralRequest.Of(parameters);
        var now = clock.GetUtcNow();
        var until = request.UntilText(now);
        if (
            until is not null
            && sops.Find(ticket.Sop) is { DeadlineBinds: true }
            && ticket.Deadline is { } deadline
            && Deferral.TryRead(until, out var instant)
            && instant > deadline
        )
        {
            throw new DeadlineException(deadline);
        }
        return new()
        {
            Status = TicketStatus.Deferred,
            Notes = $"Deferred: {request.Reason}",
            Metadata = Keys(request, until, now),
            WithoutKeys = request.AwaitsHuman ? [Deferral.Until] : [],
            Reason = request.Reason.Length > 500 ? request.Reason[..500] : request.Reason,
        };
    }

    static JsonObject Keys(DeferralRequest request, string? until, DateTimeOffset now)
    {
        JsonObject keys = new()
        {
            [Deferral.Reason] = request.Reason,
            [Deferral.At] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            [Deferral.AwaitsHuman] = request.AwaitsHuman,
        };
        if (until is not null)
        {
            keys[Deferral.Until] = until;
        }
        return keys;
    }

    static JsonObject Data(string id, DeferralRequest request, string? until)
    {
        JsonObject data = new()
        {
            ["ticket_id"] = id,
            ["deferral_type"] = request.Type,
            ["reason"] = request.Reason,
            ["status_updated"] = WireEnum.Name(TicketStatus.Deferred),
        };
        if (until is not null)
        {
            data["deferred_until"] = until;
        }
        if (request.Hours is { } hours)
        {
            data["defer_hours"] = hours;
        }
        return data;
    }
}
