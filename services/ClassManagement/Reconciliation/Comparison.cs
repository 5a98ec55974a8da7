using Phase1.ClassManagement.Associations;
using Phase1.Events;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>A set, its essays, and what each decided essay was decided to.</summary>
sealed record OwnSet(Guid BatchId, SetState State, IReadOnlyList<OwnEssay> Essays);

/// <summary>An essay as CMS holds it. Decided without a student, it is excluded.</summary>
sealed record OwnEssay(Guid EssayId, bool IsDecided, Guid? StudentId);

/// <summary>What differs between a set of CMS and what BOS and ELS hold of its batch. Pure.</summary>
static class Comparison
{
    const string Unknown = "unknown";
    const string Undecided = "undecided";
    const string Excluded = "excluded";

    // What CMS does not hear of, or what stands before its part or after it, goes with an open set.
    static readonly BatchStatus[] WithOpen =
    [
        BatchStatus.AwaitingContentValidation,
        BatchStatus.AwaitingStudentValidation,
        BatchStatus.ContentIngestionFailed,
        BatchStatus.FailedCritically,
    ];

    static readonly BatchStatus[] NotWithReleased = [BatchStatus.AwaitingStudentValidation, BatchStatus.StudentValidationCompleted];

    /// <param name="set">Open or released.</param>
    /// <param name="batch">As BOS holds it; null where it does not know it.</param>
    /// <param name="essays">As ELS holds them; null where it does not know the batch.</param>
    internal static IEnumerable<Finding> Of(OwnSet set, BatchView? batch, EssaysView? essays)
    {
        if (batch is null)
        {
            yield return new Finding(DifferenceKind.BatchUnknown, set.BatchId, null, WireEnum.Name(set.State), Unknown);
        }
        else if (set.State == SetState.Open ? !WithOpen.Contains(batch.Status) : NotWithReleased.Contains(batch.Status))
        {
            yield return new Finding(DifferenceKind.BatchStatus, set.BatchId, null, WireEnum.Name(set.State), WireEnum.Name(batch.Status));
        }
        if (essays is null)
        {
            yield return new Finding(DifferenceKind.EssayUnknown, set.BatchId, null, WireEnum.Name(set.State), Unknown);
            yield break;
        }
        // Before its texts are complete, and after a cancellation, ELS takes no decision.
        if (!essays.ContentComplete || essays.Cancelled)
        {
            yield break;
        }
        foreach (var finding in Essays(set, essays.Essays))
        {
            yield return finding;
        }
    }

    static IEnumerable<Finding> Essays(OwnSet set, IReadOnlyList<EssayView> theirs)
    {
        var byEssay = theirs.ToDictionary(essay => essay.EssayId);
        foreach (var own in set.Essays)
        {
            if (!byEssay.Remove(own.EssayId, out var their))
            {
                yield return new Finding(DifferenceKind.EssayUnknown, set.BatchId, own.EssayId, Author(set, own), Unknown);
            }
            else if (their.HasText && Author(set, own) != Author(their))
            {
                yield return new Finding(DifferenceKind.EssayStudent, set.BatchId, own.EssayId, Author(set, own), Author(their));
            }
        }
        foreach (var their in byEssay.Values.Where(essay => Author(essay) != Undecided))
        {
            yield return new Finding(DifferenceKind.EssayStudent, set.BatchId, their.EssayId, Unknown, Author(their));
        }
    }

    // What is decided in an open set is nobody else's business yet.
    static string Author(OwnSet set, OwnEssay own) =>
        set.State == SetState.Open || !own.IsDecided ? Undecided
        : own.StudentId is { } student ? student.ToString()
        : Excluded;

    static string Author(EssayView their) =>
        their.Excluded ? Excluded
        : their.StudentId is { } student ? student.ToString()
        : Undecided;
}
