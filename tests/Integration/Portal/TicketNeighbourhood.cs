using System.Text.Json.Nodes;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Tickets with one request about a student's data, at any of its stages, and Class Management that finds two students of one name.</summary>
static class TicketNeighbourhood
{
    internal const string TicketId = "DSAR-20260211-0A1B2C";

    static readonly (string Name, bool Human, string[] Decisions)[] OfAccess =
    [
        ("identity", true, ["identified", "reject"]),
        ("scope", false, []),
        ("collection", false, []),
        ("approval", true, ["approve", "reject"]),
        ("delivery", true, ["delivered"]),
        ("closing", false, []),
    ];

    static readonly (string Name, bool Human, string[] Decisions)[] OfDeletion =
    [
        ("identity", true, ["identified", "reject"]),
        ("scope", false, []),
        ("eligibility", false, []),
        ("approval", true, ["approve", "reject"]),
        ("erasure", false, []),
        ("proof", false, []),
    ];

    internal static void Open(FakeHttp others, DateTimeOffset now)
    {
        List(others, Request(now));
        Show(others, Request(now));
        Find(others);
        // What each role sees under the same number.
        others.On(
            HttpMethod.Get,
            $"/v1/tickets/{TicketId}",
            request =>
                FakeHttp.Json(
                    request.Headers.GetValues("X-User-Roles").Single() switch
                    {
                        "operator" => Failed(now),
                        "school-admin" => Spent(now),
                        _ => Request(now),
                    }
                )
        );
        others.OnGet(
            "/v1/tickets/sops",
            new
            {
                Items = new[] { "DSAR_ACCESS", "DSAR_DELETE", "DSAR_OTHER" }.Select(sop => new
                {
                    Sop = sop,
                    Role = "privacy-officer",
                    OpenedByPeople = true,
                }),
            }
        );
    }

    /// <summary>A budget of a teacher that is spent.</summary>
    internal static Dictionary<string, object?> Spent(DateTimeOffset now) =>
        new(Request(now))
        {
            ["sop"] = "BUDGET_OVERRIDE",
            ["email"] = null,
            ["notes"] = null,
            ["metadata"] = JsonNode.Parse(
                """
                {"budget_id": "01890000-0000-7000-8000-000000000001", "scope_type": "course", "scope_id": "ENG6", "period": "month",
                 "period_key": "2026-02", "spent": "10.0000000000", "limit_amount": "10", "currency": "SEK"}
                """
            ),
            ["stages"] = new[]
            {
                new
                {
                    Name = "admin_decides",
                    Human = true,
                    Status = "pending",
                    IsCurrent = true,
                    Decisions = new[] { "approve", "reject" },
                },
            },
        };

    /// <summary>Five records that NLP has given up.</summary>
    internal static Dictionary<string, object?> Failed(DateTimeOffset now) =>
        new(Request(now))
        {
            ["sop"] = "FAILED_MESSAGE",
            ["deadline"] = null,
            ["email"] = null,
            ["metadata"] = JsonNode.Parse(
                """{"consumer": "nlp_service", "topic": "huleedu.essay.v1", "reason_code": "PROCESSING_ERROR", "count": 5}"""
            ),
            ["stages"] = new[]
            {
                new
                {
                    Name = "operator_decides",
                    Human = true,
                    Status = "pending",
                    IsCurrent = true,
                    Decisions = new[] { "redrive", "discard" },
                },
            },
        };

    /// <summary>The tickets that a list answers.</summary>
    internal static void List(FakeHttp others, params object[] tickets) =>
        others.OnGet("/v1/tickets", new { Items = tickets, NextCursor = (string?)null });

    /// <summary>One ticket, with its history.</summary>
    internal static void Show(FakeHttp others, object ticket)
    {
        others.OnGet($"/v1/tickets/{TicketId}", ticket);
        others.OnGet(
            $"/v1/tickets/{TicketId}/history",
            new
            {
                Items = new[]
                {
                    new
                    {
                        Seq = 1,
                        At = DateTimeOffset.UnixEpoch,
                        Actor = $"officer {Neighbourhood.Markup}",
                        ActorKind = "human",
                        ToStatus = "pending",
                        Reason = (string?)null,
                    },
                },
                NextCursor = (string?)null,
            }
        );
    }

    internal static void Find(FakeHttp others) =>
        others.On(
            HttpMethod.Post,
            "/internal/v1/privacy/students/find",
            _ => FakeHttp.Json(new { Items = new[] { Student(1, "9A", "teacher-1"), Student(2, "9B", "teacher-2") } })
        );

    internal static Guid StudentId(int number) => new($"01890000-0000-7000-8000-0000000000{number:00}");

    /// <summary>A request that stands at a stage.</summary>
    /// <param name="now">Received an hour before.</param>
    /// <param name="sop">Which procedure.</param>
    /// <param name="stage">Where it is; null where it has ended.</param>
    /// <param name="status">The ticket's.</param>
    /// <param name="metadata">What the stages have found.</param>
    internal static Dictionary<string, object?> Request(
        DateTimeOffset now,
        string sop = "DSAR_ACCESS",
        string? stage = "identity",
        string status = "deferred",
        string metadata = "{}"
    )
    {
        var stages = sop == "DSAR_ACCESS" ? OfAccess : OfDeletion;
        return new()
        {
            ["ticket_id"] = TicketId,
            ["sop"] = sop,
            ["status"] = status,
            ["email"] = $"{Neighbourhood.Markup}@example.com",
            ["submitted_at"] = now.AddHours(-1),
            ["deadline"] = now.AddDays(20),
            ["completed_at"] = stage is null ? now : null,
            ["metadata"] = JsonNode.Parse(metadata),
            ["notes"] = "Deferred: identity",
            ["correlation_id"] = null,
            ["wake_at"] = null,
            ["outcome"] = null,
            ["stages"] = stages.Select(one => new
            {
                one.Name,
                one.Human,
                Status = "pending",
                IsCurrent = one.Name == stage,
                one.Decisions,
            }),
        };
    }

    static object Student(int number, string className, string teacher) =>
        new
        {
            StudentId = StudentId(number),
            FirstName = "Malin",
            LastName = $"Nyqvist {Neighbourhood.Markup}",
            Email = "malin@skola.example",
            Classes = new[] { className },
            OwnerUserId = teacher,
            DeletedAt = (DateTimeOffset?)null,
        };
}
