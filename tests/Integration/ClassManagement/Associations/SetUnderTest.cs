using System.Net;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.ClassManagement.Associations;

/// <summary>One batch as the log tells of it and as the teacher decides about it.</summary>
sealed record SetUnderTest(CmsUnderTest Cms, SchoolClassUnderTest Class, Guid Id, Guid CorrelationId, IReadOnlyList<Guid> Essays)
{
    internal string Path => $"/v1/batches/{Id}/student-associations";

    EventCause Cause => new(CorrelationId, null, CmsUnderTest.TeacherId, "school-1");

    internal static StudentSuggestion Suggest(Guid student, decimal score, bool? eligible = true) =>
        new()
        {
            StudentId = student,
            ConfidenceScore = score,
            MatchReasons = ["name_exact"],
            AutoConfirmEligible = eligible,
        };

    internal BatchStudentMatchingRequested Request() =>
        new()
        {
            BatchId = Id,
            ClassId = Class.Id,
            CourseCode = Class.Course,
            EssaysToProcess =
            [
                .. Essays.Select(
                    (essay, i) =>
                        new EssayRef
                        {
                            EssayId = essay,
                            TextStorageId = $"text-{i}",
                            OriginalFileName = $"{i}.txt",
                        }
                ),
            ],
        };

    /// <summary>One result an essay, in order; essays beyond the list get none.</summary>
    internal BatchAuthorMatchesSuggested Suggestions(params StudentSuggestion[][] suggestions) =>
        new()
        {
            BatchId = Id,
            ClassId = Class.Id,
            CourseCode = Class.Course,
            MatchResults = [.. suggestions.Select((list, i) => Result(i, list))],
            ProcessingSummary = new ProcessingSummary
            {
                TotalEssays = suggestions.Length,
                Processed = suggestions.Length,
                Matched = suggestions.Count(list => list.Length > 0),
                Unmatched = suggestions.Count(list => list.Length == 0),
                Failed = 0,
            },
        };

    /// <summary>Request and suggestions, in their usual order.</summary>
    internal async Task OpenAsync(params StudentSuggestion[][] suggestions)
    {
        await FeedAsync(Request());
        await FeedAsync(Suggestions(suggestions));
    }

    internal async Task FeedAsync(IFact fact, Guid? eventId = null)
    {
        await Cms.Service.FeedAsync(fact, Cause, eventId);
        await Cms.Service.DrainAsync();
    }

    internal Task CancelAsync() =>
        FeedAsync(
            new BatchStatusChanged
            {
                BatchId = Id,
                FromStatus = BatchStatus.AwaitingStudentValidation,
                ToStatus = BatchStatus.Cancelled,
                Trigger = "cancelled",
                ClassType = BatchKind.Regular,
                ClassId = Class.Id,
                UserId = CmsUnderTest.TeacherId,
                OccurredAt = Cms.Service.Clock.GetUtcNow(),
            }
        );

    internal Task<JsonElement> ListAsync() => CmsUnderTest.GetAsync(Cms.Teacher, Path);

    internal async Task<JsonElement> RowAsync(int essay) =>
        (await ListAsync())
            .GetProperty("associations")
            .EnumerateArray()
            .Single(row => row.GetProperty("essay_id").GetGuid() == Essays[essay]);

    internal object Decision(int essay, string action, Guid? student = null, int? version = null) =>
        new
        {
            essay_id = Essays[essay],
            action,
            student_id = student,
            association_version = version,
        };

    internal Task<JsonElement> DecideAsync(params object[] decisions) => DecideAsync(HttpStatusCode.OK, decisions);

    internal async Task<JsonElement> DecideAsync(HttpStatusCode expected, params object[] decisions)
    {
        var answer = await CmsUnderTest.PostAsync(Cms.Teacher, $"{Path}/decisions", new { decisions }, expected);
        await Cms.Service.DrainAsync();
        return answer;
    }

    internal async Task<IReadOnlyList<LoggedFact<T>>> FactsAsync<T>()
        where T : class, IBatchFact =>
        [.. (await Cms.Service.Log.FactsAsync<T>(CmsUnderTest.Token)).Where(fact => fact.Data.BatchId == Id)];

    internal async Task<LoggedFact<StudentAssociationsConfirmed>> ReleaseAsync() =>
        (await FactsAsync<StudentAssociationsConfirmed>()).ShouldHaveSingleItem();

    internal async Task<IReadOnlyList<LoggedFact<TeacherNotificationRequested>>> NoticesAsync(string type) =>
        [
            .. (await Cms.Service.Log.FactsAsync<TeacherNotificationRequested>(CmsUnderTest.Token)).Where(fact =>
                fact.Data.BatchId == Id && fact.Data.NotificationType == type
            ),
        ];

    internal Task<string> StateAsync() => Cms.ScalarAsync<string>("select state from association_sets where batch_id = $1", Id);

    MatchResult Result(int essay, StudentSuggestion[] suggestions) =>
        new()
        {
            EssayId = Essays[essay],
            TextStorageId = $"text-{essay}",
            Filename = $"{essay}.txt",
            Suggestions = suggestions,
            NoMatchReason = suggestions.Length == 0 ? NoMatchReason.NoIdentifier : null,
            ExtractionMetadata = new ExtractionMetadata
            {
                MatchStatus = suggestions.Length == 0 ? MatchStatus.NoMatch : MatchStatus.NeedsReview,
                ConfidenceScores = [.. suggestions.Select(s => s.ConfidenceScore)],
            },
        };
}
