using System.Net;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>The other services as an operator asks them: one batch, one dead letter with followers, one held key.</summary>
static class OperatorNeighbourhood
{
    internal const string Cause = "0123456789abcdef";

    internal const string Name = "Malte Nyqvist-Berg";

    internal static Guid Id => PageRoutesTable.Id;

    internal static void Open(FakeHttp others, DateTimeOffset now)
    {
        others.OnGet("/internal/v1/service", OperatorAnswers.Report(now, late: false));
        others.OnGet("/internal/v1/dead-letters/groups", new { Items = new[] { Group(now) } });
        others.OnGet("/internal/v1/dead-letters/", new { Items = new[] { Letter(now) }, NextCursor = (string?)null });
        others.OnGet($"/internal/v1/dead-letters/{Id}", Letter(now));
        others.On(
            HttpMethod.Get,
            $"/internal/v1/dead-letters/{Id}/body",
            _ => new(HttpStatusCode.OK) { Content = new StringContent("the record") }
        );
        others.OnGet("/internal/v1/held-keys/", new { Items = new[] { Key(now) } });
        others.OnGet(
            $"/internal/v1/held-keys/{Id}",
            new
            {
                Items = new[]
                {
                    new
                    {
                        Seq = 7,
                        EventId = Id,
                        Topic = "phase1.essay.content.provisioned.v1",
                        HeldAt = now,
                    },
                },
            }
        );
        others.OnGet("/internal/v1/batches", new { Items = new[] { Batch(now) }, NextCursor = (string?)null });
        others.OnGet($"/internal/v1/batches/{Id}", Explanation(now));
        others.OnGet($"/internal/v1/batches/{Id}/history", History(now));
        others.OnGet(
            $"/internal/v1/batches/{Id}/parked-facts",
            new[]
            {
                new
                {
                    EventId = Id,
                    Kind = "essays_ready",
                    ParkedAt = now,
                },
            }
        );
        others.OnGet($"/internal/v1/batches/{Id}/timeline", new { Items = Facts(now), NextCursor = (string?)null });
        others.OnGet($"/internal/v1/chains/{Id}", new { Items = Facts(now), NextCursor = (string?)null });
        others.OnGet(
            $"/internal/v1/batches/{Id}/student-associations",
            new[]
            {
                new
                {
                    EssayId = Id,
                    FileName = $"{Name}.docx",
                    SuggestedStudent = Name,
                    DecidedStudent = (string?)null,
                    Decision = (string?)null,
                },
            }
        );
    }

    static object Group(DateTimeOffset now) =>
        new
        {
            Cause,
            Consumer = "nlp_service",
            Topic = "phase1.essay.content.provisioned.v1",
            ReasonCode = "PROCESSING_ERROR",
            Reason = "TimeoutException",
            Frame = "Phase1.Nlp.Runs.MatchingRun.BeginAsync",
            Count = 2000,
            Batches = 31,
            FirstFailedAt = now.AddHours(-3),
            LastFailedAt = now,
            Hours = Enumerable.Repeat(1, 24),
        };

    static object Letter(DateTimeOffset now) =>
        new
        {
            Id,
            Origin = "log",
            Topic = "phase1.essay.content.provisioned.v1",
            EventId = Id,
            BatchId = Id,
            CorrelationId = Id,
            ReasonCode = "PROCESSING_ERROR",
            Reason = "TimeoutException",
            Cause,
            Frame = "Phase1.Nlp.Runs.MatchingRun.BeginAsync",
            Stack = "   at Phase1.Nlp.Runs.MatchingRun.BeginAsync()",
            Attempts = 6,
            FirstFailedAt = now.AddHours(-3),
            LastFailedAt = now,
            State = "open",
            History = new[]
            {
                new
                {
                    Act = "dead_lettered",
                    At = now,
                    By = (string?)null,
                    ReasonCode = "PROCESSING_ERROR",
                    Attempts = 6,
                    Note = (string?)null,
                },
            },
        };

    static object Key(DateTimeOffset now) =>
        new
        {
            RecordKey = Id.ToString(),
            BatchId = Id,
            Topic = "phase1.essay.content.provisioned.v1",
            Attempts = 6,
            NextAttemptAt = (DateTimeOffset?)null,
            DeadLetterId = Id,
            Followers = 3,
            HeldSince = now,
        };

    static object Batch(DateTimeOffset now) =>
        new
        {
            BatchId = Id,
            UserId = "teacher-1",
            Status = "awaiting_content_validation",
            ClassType = "REGULAR",
            StatusSince = now,
            StuckSince = now,
            CorrelationId = Id,
            WaitsFor = "texts",
            Explanation = "28 essays expected; texts may be uploaded",
        };

    static object Explanation(DateTimeOffset now) =>
        new
        {
            BatchId = Id,
            Status = "awaiting_content_validation",
            WaitsFor = "texts",
            Deadline = (DateTimeOffset?)null,
            Explanation = "28 essays expected; texts may be uploaded",
            Details = new
            {
                ClassType = "REGULAR",
                StatusSince = now,
                StuckSince = (DateTimeOffset?)now,
                Version = 1,
                CorrelationId = Id,
                CreatedAt = now,
            },
            Unavailable = Array.Empty<string>(),
        };

    static object[] History(DateTimeOffset now) =>
        [
            new
            {
                Seq = 1,
                From = (string?)null,
                To = "awaiting_content_validation",
                Trigger = "registered",
                EventId = (Guid?)null,
                OccurredAt = now,
                RecordedAt = now,
                Replayed = false,
                Snapshot = new
                {
                    Provisioned = (int?)null,
                    Failed = (int?)null,
                    Stored = 0,
                    Decided = 0,
                    Excluded = 0,
                    Parked = Array.Empty<string>(),
                    Version = 1,
                    Run = (object?)null,
                },
            },
        ];

    static object[] Facts(DateTimeOffset now) =>
        [
            Fact(now, Id, null, "phase1.batch.essays.registered.v1"),
            Fact(now, new Guid("01890000-0000-7000-8000-000000000002"), Id, "phase1.essay.slot.assigned.v1"),
        ];

    static object Fact(DateTimeOffset now, Guid id, Guid? cause, string topic) =>
        new
        {
            EventId = id,
            Topic = topic,
            SourceService = "batch_orchestrator_service",
            OccurredAt = now,
            CorrelationId = Id,
            CausationId = cause,
            Outcome = "applied",
            LedTo = new[] { "awaiting_content_validation" },
        };
}
