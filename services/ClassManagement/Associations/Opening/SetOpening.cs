using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations.Opening;

/// <summary>Opens the set of a REGULAR batch whose matching is requested.</summary>
sealed class SetOpening(
    ClassManagementDbContext db,
    LockedSets sets,
    CancelledBatches cancelled,
    UnitOfWork work,
    Schedule schedule,
    TimeProvider clock
)
{
    const string ClassNotFound = "CLASS_NOT_FOUND";

    /// <summary>The new set; null when the batch was cancelled before.</summary>
    /// <exception cref="ContractViolationException">The record comes in the name of somebody who has no such class.</exception>
    /// <exception cref="ProcessingFailureException">The class is not known here; it may yet be.</exception>
    internal async Task<AssociationSet?> OpenAsync(BatchStudentMatchingRequested request, CancellationToken cancellationToken)
    {
        if (await cancelled.ContainAsync(request.BatchId, cancellationToken))
        {
            return null;
        }
        var schoolClass = await HeldClassAsync(request.ClassId, cancellationToken);
        // Who may decide is the class's teacher, whatever a record says.
        if (work.Cause.UserId is { } user && user != schoolClass.CreatedByUserId)
        {
            throw new ContractViolationException(ViolationCodes.InvalidValue, "metadata.user_id: not the class's owner");
        }
        var now = clock.GetUtcNow();
        var set = schedule.Opened(
            new AssociationSet
            {
                BatchId = request.BatchId,
                ClassId = request.ClassId,
                CourseCode = request.CourseCode,
                OwnerUserId = schoolClass.CreatedByUserId,
                OrgId = schoolClass.OrgId ?? work.Cause.OrgId,
                CorrelationId = work.Cause.CorrelationId,
                CauseEventId = work.Cause.CausationId,
                Trace = work.Cause.Trace,
                State = SetState.Open,
                OpenedAt = now,
                DeadlineAt = now,
                NextDueAt = now,
            }
        );
        sets.Add(set);
        return set;
    }

    /// <summary>Locked, so that the class cannot be deleted while its set is being opened.</summary>
    async Task<SchoolClass> HeldClassAsync(Guid classId, CancellationToken cancellationToken) =>
        (await db.HoldClassAsync(classId, cancellationToken)).SingleOrDefault()
        ?? throw new ProcessingFailureException(ClassNotFound, "The class of the batch is not known here.");
}
