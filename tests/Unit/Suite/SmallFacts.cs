using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Unit.Tests.Suite;

/// <summary>What reaches a small world from outside.</summary>
static class SmallFacts
{
    public static EssayContentProvisioned Text(NeighbourFacts batch, int file) =>
        new()
        {
            BatchId = batch.BatchId,
            FileUploadId = Id(file),
            OriginalFileName = $"{file}.txt",
            RawFileStorageId = $"raw-{file}",
            TextStorageId = $"text-{file}",
            FileSizeBytes = 1000,
            CorrelationId = batch.BatchId,
            Timestamp = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero),
        };

    public static StudentAssociationsConfirmed Confirmed(NeighbourFacts batch, bool byTimeout)
    {
        var confirmed = batch.Confirmed();
        return confirmed with
        {
            TimeoutTriggered = byTimeout,
            Associations = [.. confirmed.Associations.Select((association, index) => association with { StudentId = Id(10 + index) })],
        };
    }

    /// <summary>The second essay is another student's after all.</summary>
    public static EssayStudentAssociationUpdated Correction(NeighbourFacts batch) =>
        new()
        {
            BatchId = batch.BatchId,
            ClassId = batch.ClassId!.Value,
            CourseCode = CourseCode.Sv2,
            EssayId = batch.EssayIds[1],
            PreviousStudentId = Id(11),
            StudentId = Id(12),
            AssociationVersion = 2,
            ValidationMethod = ValidationMethod.Human,
            ValidatedBy = NeighbourFacts.Owner,
            ValidatedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
        };

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
