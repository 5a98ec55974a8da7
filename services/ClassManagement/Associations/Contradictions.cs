using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations;

/// <summary>The matching request fixes class, course and essays of its batch: a record that says otherwise can never become true.</summary>
static class Contradictions
{
    /// <exception cref="ContractViolationException">The suggestions are not this batch's.</exception>
    internal static void Refuse(
        AssociationSet set,
        IReadOnlyList<Association> rows,
        BatchAuthorMatchesSuggested suggested,
        EventCause cause
    )
    {
        RefuseBatch(set, suggested.ClassId, suggested.CourseCode, cause);
        var essays = EssaysOf(rows);
        Refuse(!suggested.MatchResults.All(result => essays.Contains(result.EssayId)), "match_results: an essay is not one of the batch's");
    }

    /// <exception cref="ContractViolationException">It is another request than the one that opened the set.</exception>
    internal static void Refuse(
        AssociationSet set,
        IReadOnlyList<Association> rows,
        BatchStudentMatchingRequested request,
        EventCause cause
    )
    {
        RefuseBatch(set, request.ClassId, request.CourseCode, cause);
        Refuse(
            !EssaysOf(rows).SetEquals(request.EssaysToProcess.Select(essay => essay.EssayId)),
            "essays_to_process: not the essays of the batch"
        );
    }

    static void RefuseBatch(AssociationSet set, Guid classId, CourseCode course, EventCause cause)
    {
        Refuse(classId != set.ClassId, "class_id: not the batch's class");
        Refuse(course != set.CourseCode, "course_code: not the batch's course");
        Refuse(cause.UserId is { } user && user != set.OwnerUserId, "metadata.user_id: not the batch's owner");
    }

    static HashSet<Guid> EssaysOf(IReadOnlyList<Association> rows) => [.. rows.Select(row => row.EssayId)];

    static void Refuse(bool contradicts, string reason)
    {
        if (contradicts)
        {
            throw new ContractViolationException(ViolationCodes.ContradictoryFact, reason);
        }
    }
}
