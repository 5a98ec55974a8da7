namespace Phase1.Integration.Tests.Portal;

/// <summary>What a service answers about itself and about a dry run.</summary>
static class OperatorAnswers
{
    internal static object Report(DateTimeOffset now, bool late) =>
        new
        {
            Service = "nlp_service",
            Version = "1.0",
            Environment = "Production",
            Now = now,
            Transport = "postgresql",
            Status = "ready",
            Checks = new[]
            {
                new
                {
                    Name = "database",
                    Status = "ready",
                    Detail = "Answers.",
                },
            },
            Schema = "20260101000000_Initial",
            Options = new Dictionary<string, object> { ["Redis"] = new Dictionary<string, string?> { ["Connection"] = "•••" } },
            Engine = new
            {
                Positions = new[]
                {
                    new
                    {
                        Group = "nlp_service",
                        Topic = "topic.v1",
                        Partition = 3,
                        Owned = true,
                        Position = 5,
                        End = 9,
                        Lag = 4,
                    },
                },
                Outbox = new
                {
                    Rows = 0,
                    OldestAt = (DateTimeOffset?)null,
                    RelayActive = true,
                },
                Held = new
                {
                    Keys = 1,
                    Messages = 4,
                    OldestAt = now,
                },
                DeadLetters = new { Open = 2000 },
                Work = new[]
                {
                    new
                    {
                        Name = "OutboxRelay",
                        RunningSince = (DateTimeOffset?)null,
                        LastTickAt = now,
                        Result = "done",
                        NextDueAt = now,
                        Late = late,
                    },
                },
            },
        };

    internal static object DryRun(DateTimeOffset now) =>
        new
        {
            Would = "apply",
            ReasonCode = (string?)null,
            Reason = (string?)null,
            State = new
            {
                Kind = "batches",
                Before = new Dictionary<string, string?> { ["status"] = "awaiting_content_validation" },
                After = new Dictionary<string, string?> { ["status"] = "awaiting_student_validation" },
            },
            Facts = new[] { new { Topic = "phase1.batch.status.changed.v1", Key = PageRoutesTable.Id.ToString() } },
            Rows = new[]
            {
                new
                {
                    Table = "outbox",
                    Inserted = 1,
                    Updated = 0,
                    Deleted = 0,
                },
            },
            Followers = new[]
            {
                new
                {
                    EventId = PageRoutesTable.Id,
                    Topic = "follower.v1",
                    Would = "fail",
                    ReasonCode = "UNKNOWN_BATCH",
                },
            },
            FollowersLeft = 2,
            AsOf = now,
        };
}
