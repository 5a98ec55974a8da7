using Phase1.EssayLifecycle.Slots;
using Phase1.Events;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>A decision that does not fit its batch can never become true: it is refused as a whole and nothing of it is applied.</summary>
static class Contradictions
{
    public static void Refuse(SlotBook book, StudentAssociationsConfirmed confirmed)
    {
        RefuseBatch(book, confirmed.ClassId, confirmed.CourseCode);
        if (confirmed.Associations.Any(association => book.Find(association.EssayId) is null))
        {
            throw Refused("associations: an essay is not one of the batch's");
        }
        if (book.Tracker.ContentIsComplete && !book.Tracker.IsReleased && LeavesNothing(book, confirmed))
        {
            throw Refused("associations: every essay of the batch would be excluded");
        }
    }

    public static void Refuse(SlotBook book, EssayStudentAssociationUpdated correction)
    {
        RefuseBatch(book, correction.ClassId, correction.CourseCode);
        if (book.Find(correction.EssayId) is null)
        {
            throw Refused("essay_id: not one of the batch's");
        }
    }

    public static void Refuse(SlotBook book, StudentAssociationsRestated restated)
    {
        RefuseBatch(book, restated.ClassId, restated.CourseCode);
        if (restated.Associations.Any(association => book.Find(association.EssayId) is null))
        {
            throw Refused("associations: an essay is not one of the batch's");
        }
    }

    static void RefuseBatch(SlotBook book, Guid classId, CourseCode course)
    {
        if (book.Tracker.ClassId != classId)
        {
            throw Refused("class_id: not the batch's class");
        }
        if (book.Tracker.CourseCode != course)
        {
            throw Refused("course_code: not the batch's course");
        }
    }

    static bool LeavesNothing(SlotBook book, StudentAssociationsConfirmed confirmed)
    {
        var excluded = confirmed.Associations.Where(association => association.StudentId is null).Select(a => a.EssayId).ToHashSet();
        return book.Texts.Any() && book.Texts.All(essay => excluded.Contains(essay.EssayId));
    }

    static ContractViolationException Refused(string reason) => new(ViolationCodes.ContradictoryFact, reason);
}
