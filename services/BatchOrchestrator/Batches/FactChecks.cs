using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>
/// A fact that contradicts the registration can never become valid. The checks use nothing but what the registration fixed, so that the
/// answer does not depend on what arrived before.
/// </summary>
static class FactChecks
{
    internal static void Verify(BatchState batch, IReadOnlyList<BatchEssay> essays, BatchContentProvisioningCompleted fact)
    {
        SameCourse(batch, fact.CourseCode);
        var failed = fact.FailedUploads ?? [];
        Refuse(fact.ExpectedCount != batch.ExpectedEssayCount, "The expected count is not the batch's.");
        Refuse(fact.EssaysForProcessing.Count != fact.ProvisionedCount, "The provisioned count is not the number of essays.");
        Refuse(fact.ProvisionedCount + failed.Count > fact.ExpectedCount, "More essays are provisioned or failed than expected.");
        DistinctOfBatch(essays, [.. fact.EssaysForProcessing.Select(text => text.EssayId), .. failed.Select(upload => upload.EssayId)]);
    }

    internal static void Verify(BatchState batch, IReadOnlyList<BatchEssay> essays, StudentAssociationsConfirmed fact)
    {
        SameCourse(batch, fact.CourseCode);
        Refuse(fact.ClassId != batch.ClassId, "The class is not the batch's.");
        Refuse(fact.Associations.Count == 0, "A confirmation decides at least one essay.");
        DistinctOfBatch(essays, [.. fact.Associations.Select(association => association.EssayId)]);
    }

    // Essays that are not on the list any more are no contradiction: what was applied wrongly may have taken them off.
    internal static void Verify(BatchState batch, StudentAssociationsRestated fact)
    {
        SameCourse(batch, fact.CourseCode);
        Refuse(fact.ClassId != batch.ClassId, "The class is not the batch's.");
    }

    internal static void Verify(BatchState batch, IReadOnlyList<BatchEssay> essays, BatchEssaysReady fact)
    {
        SameCourse(batch, fact.CourseCode);
        Refuse(fact.ReadyEssays.Count == 0, "A ready batch has at least one essay.");
        DistinctOfBatch(essays, [.. fact.ReadyEssays.Select(text => text.EssayId)]);
    }

    internal static void Verify(IReadOnlyList<BatchEssay> essays, BatchPhaseCompleted fact) =>
        DistinctOfBatch(
            [.. essays.Where(essay => essay.Stored)],
            [.. fact.ProcessedEssays.Select(text => text.EssayId), .. fact.FailedEssayIds]
        );

    static void SameCourse(BatchState batch, CourseCode course) => Refuse(course != batch.CourseCode, "The course is not the batch's.");

    static void DistinctOfBatch(IReadOnlyList<BatchEssay> essays, IReadOnlyList<Guid> named)
    {
        var known = essays.Select(essay => essay.EssayId).ToHashSet();
        Refuse(!named.All(known.Contains), "An essay is not the batch's.");
        Refuse(named.Distinct().Count() != named.Count, "An essay is named twice.");
    }

    static void Refuse(bool contradicts, string reason)
    {
        if (contradicts)
        {
            throw new ContractViolationException(ViolationCodes.ContradictoryFact, reason);
        }
    }
}
