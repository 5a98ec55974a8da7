using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>The other services with one class and one batch, whose every text is hostile.</summary>
static class Neighbourhood
{
    internal const string Markup = "\"><img src=x onerror=alert(1)></textarea><script>alert(2)</script>";

    internal static Guid ClassId => PageRoutesTable.Id;

    internal static Guid BatchId => PageRoutesTable.Id;

    internal static void Open(FakeHttp others, DateTimeOffset now)
    {
        var batch = Batch(now);
        Suggest(others, now);
        Tell(others, now);
        Watch(others, now);
        object[] courses = ["ENG6"];
        var found = new
        {
            Id = ClassId,
            Name = $"9B {Markup}",
            CourseCodes = courses,
            StudentCount = 1,
        };
        others.OnGet("/v1/classes", new { Items = new[] { found }, NextCursor = (string?)null });
        others.OnGet($"/v1/classes/{ClassId}", found);
        others.OnGet(
            $"/v1/classes/{ClassId}/roster",
            new
            {
                Students = new[]
                {
                    new
                    {
                        StudentId = ClassId,
                        FirstName = Markup,
                        LastName = "Nyqvist",
                        FullLegalName = $"{Markup} Nyqvist-Berg",
                        Email = (string?)null,
                    },
                },
            }
        );
        others.OnGet("/v1/batches", new { Items = new[] { batch }, NextCursor = (string?)null });
        Explain(others, now);
        others.OnGet(
            $"/v1/batches/{BatchId}/essays",
            new
            {
                Items = new[]
                {
                    new
                    {
                        EssayId = BatchId,
                        Status = "content_ingestion_failed",
                        OriginalFileName = $"{Markup}.docx",
                        ErrorCode = (string?)"ENCRYPTED_FILE_UNSUPPORTED",
                        TextStorageId = "0123",
                    },
                },
                NextCursor = (string?)null,
                Excess = new[] { new { OriginalFileName = Markup } },
            }
        );
    }

    /// <summary>Where the batch stands.</summary>
    internal static void Explain(FakeHttp others, DateTimeOffset now, string status = "awaiting_student_validation") =>
        others.OnGet(
            $"/v1/batches/{BatchId}",
            new
            {
                BatchId,
                Status = status,
                Deadline = now.AddHours(5).AddMinutes(12),
                Progress = new
                {
                    Texts = (object?)null,
                    Decisions = new
                    {
                        Total = 28,
                        Matched = 25,
                        Undecided = 16,
                    },
                },
                Details = Batch(now),
                Unavailable = Array.Empty<string>(),
            }
        );

    /// <summary>What has been told, and what has happened.</summary>
    static void Tell(FakeHttp others, DateTimeOffset now)
    {
        var told = new
        {
            NotificationId = BatchId,
            Type = "batch_validation_failed",
            Priority = "immediate",
            Payload = new { ErrorCode = "ENCRYPTED_FILE_UNSUPPORTED" },
            ActionRequired = true,
            Deadline = (DateTimeOffset?)null,
            BatchId = (Guid?)BatchId,
            ClassId = (Guid?)null,
            Timestamp = now,
            ReadAt = (DateTimeOffset?)null,
        };
        others.OnGet("/v1/notifications", new { Items = new[] { told, told }, NextCursor = (string?)null });
        others.OnGet("/v1/notifications/count", new { Unread = 2, ActionRequired = 1 });
        others.OnGet(
            $"/v1/batches/{BatchId}/timeline",
            new
            {
                Items = new[]
                {
                    Fact(Topics.BatchFileAdded, now, []),
                    Fact(Topics.BatchFileAdded, now, []),
                    Fact(Topics.StudentAssociationsConfirmed, now, ["student_validation_completed"]),
                    Fact(Topics.TeacherNotificationRequested, now, []),
                },
                NextCursor = (string?)null,
            }
        );
    }

    static object Fact(string topic, DateTimeOffset at, string[] ledTo) =>
        new
        {
            EventId = BatchId,
            Topic = topic,
            OccurredAt = at,
            Outcome = "applied",
            LedTo = ledTo,
        };

    /// <summary>What privacy officers ask: one table each, and one access to names.</summary>
    static void Watch(FakeHttp others, DateTimeOffset now)
    {
        others.OnGet("/internal/v1/retention", new { Items = new[] { new { Table = "rows", Kept = new[] { "with its batch" } } } });
        others.OnGet(
            "/internal/v1/name-accesses",
            new
            {
                Items = new[]
                {
                    new
                    {
                        BatchId,
                        ReadBy = "operator-1",
                        Reason = Markup,
                        ReadAt = now,
                    },
                },
                NextCursor = (string?)null,
            }
        );
    }

    /// <summary>The associations of the batch: one essay, with one certain suggestion.</summary>
    internal static void Suggest(FakeHttp others, DateTimeOffset now, string state = "open")
    {
        var student = new
        {
            StudentId = ClassId,
            DisplayName = $"{Markup} Nyqvist",
            IsPlaceholder = false,
        };
        others.On(
            HttpMethod.Get,
            $"/v1/batches/{BatchId}/student-associations",
            _ =>
            {
                var answer = FakeHttp.Json(
                    new
                    {
                        BatchId,
                        ClassId,
                        CourseCode = "ENG6",
                        State = state,
                        DeadlineAt = now.AddHours(5),
                        Counts = new
                        {
                            Total = 1,
                            Decided = 0,
                            Undecided = 1,
                        },
                        Associations = new[]
                        {
                            new
                            {
                                EssayId = BatchId,
                                FileName = $"{Markup}.docx",
                                ValidationStatus = "pending_validation",
                                Band = "high",
                                SuggestedStudent = student,
                                ConfidenceScore = 0.95m,
                                MatchReasons = new[] { "name_exact" },
                                Alternatives = Array.Empty<object>(),
                                DecidedStudent = (object?)null,
                                Decision = state == "open" ? null : "accepted",
                                NoMatchReason = (string?)null,
                                AssociationVersion = 3,
                            },
                        },
                    }
                );
                answer.Headers.ETag = new("\"7\"");
                return answer;
            }
        );
        others.OnGet(
            $"/v1/essays/{BatchId}",
            new
            {
                EssayId = BatchId,
                Status = "ready_for_processing",
                OriginalFileName = $"{Markup}.docx",
                ErrorCode = (string?)null,
                TextStorageId = "0123",
            }
        );
        others.OnGet($"/v1/batches/{BatchId}/student-associations/{BatchId}/changes", Array.Empty<object>());
        others.On(
            HttpMethod.Post,
            "/internal/v1/content/excerpts",
            _ => FakeHttp.Json(new { Items = new[] { new { StorageId = "0123", Text = $"The day {Markup}" } } })
        );
        others.On(
            HttpMethod.Post,
            "/v1/student-matching/preview",
            _ =>
                FakeHttp.Json(
                    new { Results = new[] { new { Extracted = new { Names = new[] { "the day" }, Emails = Array.Empty<string>() } } } }
                )
        );
        others.On(HttpMethod.Get, "/v1/content/0123", _ => new(HttpStatusCode.OK) { Content = new StringContent($"The day {Markup}") });
    }

    /// <summary>The batch registers, and takes files.</summary>
    internal static void TakeFiles(FakeHttp others, Action<HttpRequestMessage, string>? sent = null)
    {
        others.On(HttpMethod.Post, "/v1/batches/register", _ => FakeHttp.Json(new { BatchId }, HttpStatusCode.Accepted));
        others.On(
            HttpMethod.Post,
            "/v1/files/batch",
            async request =>
            {
                sent?.Invoke(request, await request.Content!.ReadAsStringAsync());
                return FakeHttp.Json(new { Refused = Array.Empty<object>() }, HttpStatusCode.Accepted);
            }
        );
    }

    static object Batch(DateTimeOffset now) =>
        new
        {
            BatchId,
            Status = "awaiting_student_validation",
            ClassId,
            CourseCode = "ENG6",
            Counts = new
            {
                Expected = 28,
                Provisioned = (int?)28,
                Failed = (int?)0,
                Stored = 0,
                Decided = 0,
            },
            StatusSince = now,
            StuckSince = (DateTimeOffset?)null,
            Pipeline = (object?)null,
            CreatedAt = now,
            AutoConfirmDeadline = now.AddHours(5).AddMinutes(12),
            Decisions = new
            {
                Total = 28,
                Matched = 25,
                Undecided = 16,
            },
        };
}
