using Phase1.Events;
using Phase1.Nlp.Matching;

namespace Phase1.Nlp.Runs;

/// <summary>What a finished run tells the others: ids, scores and codes, never a name.</summary>
static class MatchingFacts
{
    public static RunCounts Count(IReadOnlyList<EssayMatch> matches)
    {
        var failed = matches.Count(HasFailed);
        var matched = matches.Count(match => match.Status != MatchStatus.NoMatch);
        return new RunCounts(matches.Count, matches.Count - failed, matched, matches.Count - failed - matched, failed);
    }

    public static BatchAuthorMatchesSuggested Suggested(MatchingRun run, IReadOnlyList<EssayMatch> matches)
    {
        var counts = Count(matches);
        return new()
        {
            BatchId = run.BatchId,
            ClassId = run.ClassId!.Value,
            CourseCode = run.CourseCode!.Value,
            MatchResults = [.. run.Essays.Zip(matches, Result)],
            ProcessingSummary = new()
            {
                TotalEssays = counts.TotalEssays,
                Processed = counts.Processed,
                Matched = counts.Matched,
                Unmatched = counts.Unmatched,
                Failed = counts.Failed,
            },
        };
    }

    /// <summary>Why the teacher must be told: no roster, or not one essay could be read.</summary>
    public static NoMatchReason? Failure(IReadOnlyList<EssayMatch> matches) =>
        matches.All(match => match.NoMatchReason == NoMatchReason.RosterUnavailable) || matches.All(HasFailed)
            ? matches[0].NoMatchReason
            : null;

    public static TeacherNotificationRequested Failed(MatchingRun run, string teacher, NoMatchReason reason, DateTimeOffset now) =>
        new()
        {
            TeacherId = teacher,
            NotificationType = NotificationType.StudentMatchingFailed,
            Category = NotificationCategory.StudentWorkflow,
            Priority = NotificationPriority.High,
            Payload = new NotificationPayload { { "reason", WireEnum.Name(reason) } },
            ActionRequired = true,
            CorrelationId = run.CorrelationId,
            BatchId = run.BatchId,
            ClassId = run.ClassId,
            Timestamp = now,
        };

    public static bool HasFailed(EssayMatch match) => match.NoMatchReason is NoMatchReason.TextUnavailable or NoMatchReason.ProcessingError;

    static MatchResult Result(RunEssay essay, EssayMatch match) =>
        new()
        {
            EssayId = essay.EssayId,
            TextStorageId = essay.TextStorageId,
            Filename = essay.FileName,
            Suggestions = [.. match.Suggestions.Select(Suggestion)],
            NoMatchReason = match.NoMatchReason,
            ExtractionMetadata = new()
            {
                MatchStatus = match.Status,
                ConfidenceScores = [.. match.Suggestions.Select(suggestion => suggestion.ConfidenceScore)],
            },
        };

    static Events.StudentSuggestion Suggestion(Matching.StudentSuggestion suggestion) =>
        new()
        {
            StudentId = Guid.Parse(suggestion.StudentId),
            ConfidenceScore = suggestion.ConfidenceScore,
            MatchReasons = suggestion.MatchReasons,
            AutoConfirmEligible = suggestion.AutoConfirmEligible,
        };
}
