using Phase1.Events;

namespace Phase1.ClassManagement.Associations;

/// <summary>A row before and after a decision.</summary>
sealed record RowChange(Association Before, Association After, ChangeKind Kind)
{
    internal AssociationChange ToHistory(ValidationMethod method, string by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            BatchId = After.BatchId,
            EssayId = After.EssayId,
            Version = After.AssociationVersion,
            FromStudentId = Before.DecidedStudentId,
            ToStudentId = After.DecidedStudentId,
            Decision = Kind,
            Method = method,
            By = by,
            At = at,
        };
}
