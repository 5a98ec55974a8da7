using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>The officer says who the student is, and whether it is done; once the time for an answer may be made longer, and what is held may be asked again.</summary>
sealed class PrivacyDecisions(Sop sop, ScopeClients clients, DataRequestOptions options) : IDecisionRule
{
    const string Months = "months";
    const int MostMonths = 2;
    const string ExtendedBy = "extended_by_months";

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
            PrivacyProcedures.Extend => Extended(ticket, data),
            _ when data is not null => throw ProblemException.Validation("data", "This decision takes no data."),
            PrivacyProcedures.Reject => new(Status: TicketStatus.Cancelled, Outcome: "rejected"),
            PrivacyProcedures.Recollect => new() { Instead = AskedAgain() },
            _ => new(),
        };

    DecisionEffect Extended(Ticket ticket, JsonObject? data)
    {
        var months = data?[Months] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
        if (months is < 1 or > MostMonths)
        {
            throw ProblemException.Validation($"data.{Months}", $"1 to {MostMonths} months.");
        }
        if (ticket.Metadata.ContainsKey(ExtendedBy))
        {
            throw new ProblemException(Problems.InvalidState, "The time for this answer was made longer already.");
        }
        return new()
        {
            Stays = true,
            Deadline = options.DeadlineOf(ticket.SubmittedAt, months),
            Instead = new() { [ExtendedBy] = months },
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { [Months] = months.ToString(CultureInfo.InvariantCulture) },
        };
    }

    // The services have forgotten the question, or something has changed: what is held is counted and approved anew.
    static JsonObject AskedAgain()
    {
        var stages = new JsonObject();
        foreach (var stage in new[] { PrivacyProcedures.Collection, PrivacyProcedures.Approval, PrivacyProcedures.Delivery })
        {
            stages[stage] = new JsonObject { ["status"] = "pending", ["result"] = null };
        }
        return new() { [MetadataMerge.Stages] = stages, [StageProgress.Current] = PrivacyProcedures.Collection };
    }

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
        if (
            Sop == PrivacyProcedures.Rectify.Name
            && !students.Contains(Correction.Of(ticket.Metadata[RequestDetails.Key] as JsonObject).StudentId)
        )
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
