using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>The officer says who the student is, and whether it is done.</summary>
sealed class PrivacyDecisions(Sop sop, ScopeClients clients) : IDecisionRule
{
    public string Sop => sop.Name;

    public async Task<DecisionEffect> DecideAsync(
        Ticket ticket,
        Stage stage,
        string decision,
        JsonObject? data,
        CancellationToken cancellationToken
    ) =>
        decision switch
        {
            PrivacyProcedures.Identified => new(await SubjectAsync(ticket, data, cancellationToken)),
            _ when data is not null => throw ProblemException.Validation("data", "This decision takes no data."),
            PrivacyProcedures.Reject => new(Status: TicketStatus.Cancelled, Outcome: "rejected"),
            _ => new(),
        };

    async Task<JsonObject> SubjectAsync(Ticket ticket, JsonObject? data, CancellationToken cancellationToken)
    {
        var (students, essays) = (Ids(data, "student_ids"), Ids(data, "essay_ids"));
        if (students.Count == 0)
        {
            throw ProblemException.Missing("data.student_ids");
        }
        if (students.Count > PersonalScope.MaxStudents || essays.Count > PersonalScope.MaxEssays)
        {
            throw new ProblemException(Problems.LimitExceeded, "More ids than one student can have.");
        }
        if (Sop == PrivacyProcedures.Rectify.Name && !students.Contains(Correction.Of(ticket.Metadata[RequestDetails.Key] as JsonObject).StudentId))
        {
            throw ProblemException.Validation("data.student_ids", "The student whose record is to be corrected is not among them.");
        }
        var known = await clients.Classes.ScopeAsync(new(students, essays), cancellationToken);
        if (students.Except(known.StudentIds).Any())
        {
            throw new ProblemException(Problems.StudentNotFound, "There is no such student.");
        }
        return new() { ["student_ids"] = List(students), ["essay_ids"] = List(essays) };
    }

    static List<Guid> Ids(JsonObject? data, string name)
    {
        if (data?[name] is not { } node)
        {
            return [];
        }
        try
        {
            return [.. (node as JsonArray ?? throw NotIds(name)).Select(item => Guid.Parse((string)item!)).Distinct()];
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentNullException)
        {
            throw NotIds(name);
        }
    }

    static ProblemException NotIds(string name) => ProblemException.Validation($"data.{name}", "A list of ids.");

    static JsonNode List(IReadOnlyList<Guid> ids) => JsonSerializer.SerializeToNode(ids)!;
}
