using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>Writes the decided students on the essays, and releases the batch when every text is decided.</summary>
sealed class StudentLinks(EssayDbContext db, UnitOfWork work, TimeProvider clock)
{
    public RecordOutcome Apply(SlotBook book, StudentAssociationsConfirmed confirmed, EventCause cause)
    {
        if (book.Tracker.IsReleased)
        {
            return RecordOutcome.Stale;
        }
        var now = clock.GetUtcNow();
        var changed = confirmed
            .Associations.Select(association => (Essay: book.Find(association.EssayId)!, Association: association))
            .Where(decided => decided.Essay.Confirm(decided.Association, now))
            .Select(decided => decided.Essay)
            .ToList();
        changed.ForEach(db.Changed);
        var released = ReleaseWhenDecided(book, cause, now);
        return released || changed.Count > 0 ? RecordOutcome.Applied : RecordOutcome.Stale;
    }

    public RecordOutcome Apply(SlotBook book, EssayStudentAssociationUpdated correction)
    {
        var essay = book.Find(correction.EssayId)!;
        if (!essay.Correct(correction, clock.GetUtcNow()))
        {
            return RecordOutcome.Stale;
        }
        db.Changed(essay);
        return RecordOutcome.Applied;
    }

    /// <summary>Makes every essay what CMS holds, and says a released batch ready anew: BOS may have been put back too.</summary>
    public RecordOutcome Apply(SlotBook book, StudentAssociationsRestated restated, EventCause cause)
    {
        if (restated.Version <= book.Tracker.RestatedVersion)
        {
            return RecordOutcome.Stale;
        }
        var now = clock.GetUtcNow();
        var decisions = restated.Associations.ToDictionary(association => association.EssayId);
        foreach (var essay in book.Essays.Where(essay => essay.Restate(decisions.GetValueOrDefault(essay.EssayId), now)))
        {
            db.Changed(essay);
        }
        book.Tracker.RestatedVersion = restated.Version;
        book.Tracker.ReadyPublishedAt = null;
        db.Changed(book.Tracker);
        ReleaseWhenDecided(book, cause, now);
        return RecordOutcome.Applied;
    }

    bool ReleaseWhenDecided(SlotBook book, EventCause cause, DateTimeOffset now)
    {
        if (Release.Of(book) is not { } ready)
        {
            return false;
        }
        book.Tracker.ReadyPublishedAt = now;
        db.Changed(book.Tracker);
        work.Publish(ready, book.Tracker.BatchCause(cause));
        return true;
    }
}
