using Phase1.ClassManagement.Associations.Decisions;
using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Corrections;

/// <summary>The author can still be corrected after the release, also where the deadline decided. An excluded essay cannot: it is no longer part of the batch.</summary>
static class CorrectionRule
{
    internal static Ruling Correct(Association row, Guid studentId, bool isUnknown, Judge judge)
    {
        if (row.DecidedStudentId is null)
        {
            return Ruling.Refused("The essay was excluded from the batch.");
        }
        if (row.DecidedStudentId == studentId)
        {
            return Ruling.Unchanged;
        }
        var corrected = row.DecidedBy(judge, AssociationStatus.Confirmed, isUnknown ? Decision.Unknown : Decision.Chosen, studentId);
        return new Ruling.Becomes(corrected, isUnknown ? ChangeKind.Unknown : ChangeKind.Chosen);
    }

    internal static EssayStudentAssociationUpdated ToFact(AssociationSet set, RowChange change) =>
        new()
        {
            BatchId = set.BatchId,
            ClassId = set.ClassId,
            CourseCode = set.CourseCode,
            EssayId = change.After.EssayId,
            PreviousStudentId = change.Before.DecidedStudentId,
            StudentId = change.After.DecidedStudentId!.Value,
            AssociationVersion = change.After.AssociationVersion,
            ValidationMethod = ValidationMethod.Human,
            ValidatedBy = change.After.ValidatedBy!,
            ValidatedAt = change.After.ValidatedAt!.Value,
        };
}
