using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>One essay of the board: its candidates, or what was decided.</summary>
/// <param name="Set">All rows, since a student may have been chosen for another one.</param>
/// <param name="Row">The association.</param>
/// <param name="Students">To choose from where the choice stands on the page itself; null on the board, which asks in a dialog.</param>
/// <param name="Wanted">What the teacher wanted while somebody else decided.</param>
/// <param name="Note">Why a decision was not taken.</param>
public sealed record EssayDecision(
    AssociationsDocument Set,
    AssociationDocument Row,
    IReadOnlyList<StudentDocument>? Students = null,
    WantedDecision? Wanted = null,
    string? Note = null
)
{
    internal string Address => $"/batches/{Set.BatchId}/review/{Row.EssayId}";

    internal bool IsLast => Set.Counts.Undecided == 1 && !Row.IsDecided;

    /// <summary>The one that is marked: what is weak or was said no to is never chosen by accident.</summary>
    internal Guid? Marked => Row.IsPending && Row.Band != "low" ? Row.SuggestedStudent!.StudentId : null;

    /// <summary>The files of other essays for which the student was chosen already.</summary>
    internal IEnumerable<string> AlsoChosen(AuthorDocument student) =>
        from other in Set.ByDecidedStudent[student.StudentId]
        where other.EssayId != Row.EssayId
        select other.FileName ?? "–";
}

/// <summary>A decision that came too late.</summary>
/// <param name="Action">One of those of a decision.</param>
/// <param name="Student">Whom, where one was chosen.</param>
public sealed record WantedDecision(string Action, AuthorDocument? Student);
