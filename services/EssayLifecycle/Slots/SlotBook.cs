using Phase1.EssayLifecycle.Batches;
using Phase1.Events;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>A batch's slots, in order. One file takes one slot, whether it became a text or not. Knows no database.</summary>
sealed class SlotBook(BatchTracker tracker, IReadOnlyList<Essay> essays)
{
    public BatchTracker Tracker => tracker;

    public IReadOnlyList<Essay> Essays => essays;

    /// <summary>The essays that have a text.</summary>
    public IEnumerable<Essay> Texts => essays.Where(essay => essay.HasText);

    public Essay? Find(Guid essayId) => essays.FirstOrDefault(essay => essay.EssayId == essayId);

    public SlotDecision Assign(EssayContentProvisioned content, DateTimeOffset now)
    {
        if (essays.Any(essay => essay.TextStorageId == content.TextStorageId || essay.FileUploadId == content.FileUploadId))
        {
            return new SlotDecision.Known();
        }
        if (FreeSlots.FirstOrDefault() is not { } slot)
        {
            return NoSlot();
        }
        slot.Status = EssayStatus.ReadyForProcessing;
        slot.TextStorageId = content.TextStorageId;
        slot.FileUploadId = content.FileUploadId;
        slot.OriginalFileName = content.OriginalFileName;
        slot.UpdatedAt = now;
        tracker.AssignedCount++;
        return new SlotDecision.Taken(slot);
    }

    public SlotDecision Fail(EssayValidationFailed failure, DateTimeOffset now)
    {
        if (essays.Any(essay => essay.FileUploadId == failure.FileUploadId))
        {
            return new SlotDecision.Known();
        }
        if (FreeSlots.FirstOrDefault() is not { } slot)
        {
            return NoSlot();
        }
        slot.FileUploadId = failure.FileUploadId;
        slot.OriginalFileName = failure.OriginalFileName;
        Fail(slot, now);
        return new SlotDecision.Taken(slot);
    }

    /// <summary>Fails every slot that no file has taken.</summary>
    public IReadOnlyList<Essay> CloseFreeSlots(DateTimeOffset now)
    {
        var closed = FreeSlots.ToList();
        closed.ForEach(slot => Fail(slot, now));
        return closed;
    }

    IEnumerable<Essay> FreeSlots => essays.Where(essay => essay.IsFree);

    void Fail(Essay slot, DateTimeOffset now)
    {
        slot.Status = EssayStatus.ContentIngestionFailed;
        slot.UpdatedAt = now;
        tracker.FailedCount++;
    }

    SlotDecision.Excess NoSlot() => new(tracker.ContentIsComplete ? ExcessReason.BatchComplete : ExcessReason.NoAvailableSlot);
}
