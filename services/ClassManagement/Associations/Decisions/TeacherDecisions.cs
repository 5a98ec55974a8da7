using Phase1.ClassManagement.Reconciliation;
using Phase1.ClassManagement.Students;
using Phase1.ClassManagement.UnknownStudents;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Messaging;
using Phase1.Messaging.Telemetry;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>Carries out a teacher's decisions about one set: rows, history, release and events in one transaction, all or nothing.</summary>
sealed class TeacherDecisions(
    ClassManagementDbContext db,
    LockedSets sets,
    UnitOfWork work,
    UnknownStudent unknownStudent,
    AssociationViews views,
    MatchingThresholds thresholds,
    ServiceTraces traces,
    TimeProvider clock
)
{
    /// <summary>Locks the set, asks what is wanted of its rows, and does it.</summary>
    internal async Task<DecisionAnswer> ApplyAsync(
        Guid batchId,
        Caller caller,
        SeenVersion seen,
        HttpContext http,
        Func<IReadOnlyList<Association>, IReadOnlyList<DecisionOrder>> wanted,
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
        if (!seen.Allows(set))
        {
            throw SetProblems.Stale(await views.OfAsync(rows, cancellationToken));
        }
        var judge = new Judge(caller.UserId, clock.GetUtcNow());
        var orders = wanted(rows);
        await RefuseStrangersAsync(set, orders, cancellationToken);
        orders = await NameUnknownAsync(set, orders, judge, cancellationToken);

        var ruling = SetRuling.Decide(set.State, rows, orders, judge);
        if (ruling is not SetRuling.Applies applies)
        {
            throw SetProblems.Of(ruling, await views.OfAsync(ruling is SetRuling.Stale stale ? stale.Current : [], cancellationToken));
        }
        Store(set, applies, judge);
        await work.CommitAsync(cancellationToken);
        SetTag.Show(http, set.Version);
        AssociationMetrics.Decided(applies.Changes);
        return DecisionAnswer.Of(applies, thresholds);
    }

    void Store(AssociationSet set, SetRuling.Applies applies, Judge judge)
    {
        if (applies.Changes.Count == 0)
        {
            return;
        }
        foreach (var change in applies.Changes)
        {
            db.AssociationChanges.Add(change.ToHistory(ValidationMethod.Human, judge.UserId, judge.Now));
            db.Replace(change.Before, change.After);
        }
        db.Replace(set, applies.Releases ? set.Released(ReleaseKind.Human, judge.Now) : set);
        if (applies.Releases)
        {
            // The batch's own chain goes on here; the request's correlation id is the caller's.
            using var span = traces.Continue("release associations", set.Cause);
            work.Cause = set.Cause;
            var fact = Release.ToFact(set, applies.Rows);
            work.Publish(fact);
            work.Publish(SetNotifications.Confirmed(set, fact.ValidationSummary, judge.Now));
            foreach (var restated in Restatement.Again(set, applies.Rows, judge.Now))
            {
                work.Publish(restated);
            }
        }
    }

    /// <summary>Whoever is chosen is an active student of the batch's class.</summary>
    async Task RefuseStrangersAsync(AssociationSet set, IReadOnlyList<DecisionOrder> orders, CancellationToken cancellationToken)
    {
        var chosen = orders.Where(order => order.Action == DecisionAction.Choose).Select(order => order.StudentId!.Value).ToHashSet();
        var members = await db.ActiveAmongAsync(set.ClassId, chosen, cancellationToken);
        if (!chosen.IsSubsetOf(members))
        {
            throw OwnStudents.NotFound();
        }
    }

    async Task<IReadOnlyList<DecisionOrder>> NameUnknownAsync(
        AssociationSet set,
        IReadOnlyList<DecisionOrder> orders,
        Judge judge,
        CancellationToken cancellationToken
    )
    {
        if (orders.All(order => order.Action != DecisionAction.Unknown))
        {
            return orders;
        }
        var placeholder = await unknownStudent.OfClassAsync(set.ClassId, judge.UserId, cancellationToken);
        return [.. orders.Select(order => order.Action == DecisionAction.Unknown ? order with { StudentId = placeholder } : order)];
    }
}
