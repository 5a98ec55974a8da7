using Phase1.ClassManagement.Associations.Decisions;
using Phase1.ClassManagement.Reconciliation;
using Phase1.ClassManagement.Students;
using Phase1.ClassManagement.UnknownStudents;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Telemetry;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations.Corrections;

/// <summary>Carries out a correction: row, history, event and notification in one transaction. The set stays released, the batch as it is.</summary>
sealed class Correction(
    ClassManagementDbContext db,
    LockedSets sets,
    UnitOfWork work,
    UnknownStudent unknownStudent,
    AssociationViews views,
    ServiceTraces traces,
    TimeProvider clock
)
{
    internal async Task<AssociationView> ApplyAsync(
        Guid batchId,
        Guid essayId,
        Guid? studentId,
        int version,
        Caller caller,
        SeenVersion seen,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var set = await sets.LockAsync(batchId, cancellationToken);
        if (set is null || set.OwnerUserId != caller.UserId)
        {
            throw SetProblems.NotFound();
        }
        SetTag.Show(http, set.Version);
        await db.HoldClassAsync(set.ClassId, cancellationToken);
        var rows = await sets.RowsAsync(batchId, cancellationToken);
        var row = rows.SingleOrDefault(row => row.EssayId == essayId) ?? throw SetProblems.EssayNotFound();
        if (set.State != SetState.Released)
        {
            throw SetProblems.NotReleased();
        }
        if (row.AssociationVersion != version || !seen.Allows(set))
        {
            throw SetProblems.Stale(await views.OfAsync([row], cancellationToken));
        }

        var judge = new Judge(caller.UserId, clock.GetUtcNow());
        var student = await AuthorAsync(set, studentId, judge, cancellationToken);
        var after = row;
        switch (CorrectionRule.Correct(row, student, isUnknown: studentId is null, judge))
        {
            case Ruling.Refusal refusal:
                throw new ProblemException(Problems.InvalidState, refusal.Why);
            case Ruling.Becomes next:
                after = next.Row;
                Store(set, rows, new RowChange(row, after, next.Kind), judge);
                AssociationMetrics.Corrected(after);
                break;
        }
        var answer = await views.OfAsync([after], cancellationToken);
        await work.CommitAsync(cancellationToken);
        SetTag.Show(http, set.Version);
        return answer[0];
    }

    void Store(AssociationSet set, IReadOnlyList<Association> rows, RowChange change, Judge judge)
    {
        using var span = traces.Continue("correct association", set.Cause);
        work.Cause = set.Cause;
        work.Publish(CorrectionRule.ToFact(set, change));
        work.Publish(SetNotifications.Corrected(set, change.After.EssayId, judge.Now));
        db.AssociationChanges.Add(change.ToHistory(ValidationMethod.Human, judge.UserId, judge.Now));
        db.Replace(change.Before, change.After);
        db.Replace(set, set);
        foreach (var restated in Restatement.Again(set, rows, judge.Now))
        {
            work.Publish(restated);
        }
    }

    async Task<Guid> AuthorAsync(AssociationSet set, Guid? studentId, Judge judge, CancellationToken cancellationToken)
    {
        if (studentId is not { } chosen)
        {
            return await unknownStudent.OfClassAsync(set.ClassId, judge.UserId, cancellationToken);
        }
        var members = await db.ActiveAmongAsync(set.ClassId, new HashSet<Guid> { chosen }, cancellationToken);
        return members.Contains(chosen) ? chosen : throw OwnStudents.NotFound();
    }
}
