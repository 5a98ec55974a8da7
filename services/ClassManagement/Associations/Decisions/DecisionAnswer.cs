using Phase1.Matching;

namespace Phase1.ClassManagement.Associations.Decisions;

sealed record DecisionAnswer(int Applied, bool Released, int Remaining, SetCounts Counts, IReadOnlyList<DecisionAnswer.Warning> Warnings)
{
    const string UsedTwice = "student_used_twice";

    internal sealed record Warning(string Code, Guid StudentId, IReadOnlyList<Guid> EssayIds);

    internal static DecisionAnswer Of(SetRuling.Applies applies, MatchingThresholds thresholds) =>
        new(
            applies.Changes.Count,
            applies.Releases,
            applies.Rows.Count(row => !row.IsDecided),
            SetCounts.Of(applies.Rows, thresholds),
            WarningsOf(applies)
        );

    /// <summary>A student may have written two texts; the teacher is told when this request made it so.</summary>
    static IReadOnlyList<Warning> WarningsOf(SetRuling.Applies applies)
    {
        var touched = applies
            .Changes.Where(change => change.Kind is ChangeKind.Accepted or ChangeKind.Chosen)
            .Select(change => change.After.DecidedStudentId)
            .ToHashSet();
        return
        [
            .. applies
                .Rows.Where(row => row.DecidedStudentId is not null && touched.Contains(row.DecidedStudentId))
                .GroupBy(row => row.DecidedStudentId!.Value)
                .Where(group => group.Count() > 1)
                .Select(group => new Warning(UsedTwice, group.Key, [.. group.Select(row => row.EssayId)])),
        ];
    }
}
