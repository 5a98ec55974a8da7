using Phase1.ClassManagement.Associations.Decisions;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

/// <summary>What a teacher hears when a decision cannot be carried out.</summary>
static class SetProblems
{
    internal static ProblemException NotFound() => new(Problems.ResourceNotFound, "There is no such set of associations.");

    internal static ProblemException EssayNotFound() => new(Problems.ResourceNotFound, "The batch has no such essay.");

    internal static ProblemException Stale(IReadOnlyList<AssociationView> current) =>
        new(Problems.StaleVersion, "Somebody has decided in the meantime; the current rows are in this answer.") { Current = current };

    internal static ProblemException NotReleased() =>
        new(Problems.InvalidState, "Corrections are possible after the release; until then, decide.");

    internal static ProblemException Of(SetRuling ruling, IReadOnlyList<AssociationView> current) =>
        ruling switch
        {
            SetRuling.UnknownEssay => EssayNotFound(),
            SetRuling.Stale => Stale(current),
            SetRuling.NotOpen { State: SetState.Released } => new(
                Problems.AlreadyReleased,
                "The set has been released; only corrections are possible."
            ),
            SetRuling.NotOpen => new(Problems.InvalidState, "The batch has been cancelled."),
            SetRuling.Refused refused => new(Problems.InvalidState, $"Essay {refused.EssayId}: {refused.Why}"),
            SetRuling.NothingToRelease => new(Problems.NothingToRelease, "Every essay would leave the batch; cancel the batch instead."),
            _ => throw new ArgumentOutOfRangeException(nameof(ruling)),
        };
}
