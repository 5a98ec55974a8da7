using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Confirmations;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Unit.Tests.BatchOrchestrator.Batches;

namespace Phase1.Unit.Tests.Suite;

/// <summary>ELS's rules around one batch in memory: what waits, waits in lists.</summary>
sealed class EssaySide
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    List<EssayContentProvisioned> _waitingTexts = [];
    List<StudentAssociationsConfirmed> _waitingDecisions = [];
    SlotBook? _book;

    public IReadOnlyList<IFact> Receive(IFact fact)
    {
        var told = new List<IFact>();
        switch (fact)
        {
            case BatchEssaysRegistered registered when _book is null:
                _book = SlotsOf(registered);
                _waitingTexts.ForEach(text => Take(text));
                _waitingTexts = [];
                Complete(told);
                break;
            case EssayContentProvisioned text when _book is null:
                _waitingTexts.Add(text);
                break;
            case EssayContentProvisioned text:
                Take(text);
                Complete(told);
                break;
            case StudentAssociationsConfirmed confirmed when _book?.Tracker.ContentIsComplete is not true:
                _waitingDecisions.Add(confirmed);
                break;
            case StudentAssociationsConfirmed confirmed:
                Decide(confirmed, told);
                break;
            case EssayStudentAssociationUpdated correction:
                _book!.Find(correction.EssayId)!.Correct(correction, Now);
                break;
        }
        return told;
    }

    public EssaySide Copy()
    {
        var copy = (EssaySide)MemberwiseClone();
        copy._waitingTexts = [.. _waitingTexts];
        copy._waitingDecisions = [.. _waitingDecisions];
        copy._book = _book is null ? null : new SlotBook(Copies.Of(_book.Tracker), [.. _book.Essays.Select(Copies.Of)]);
        return copy;
    }

    public bool IsReleased => _book?.Tracker.IsReleased is true;

    public IEnumerable<Guid?> Students => _book?.Essays.Select(essay => essay.StudentId) ?? [];

    public string Print() =>
        $"{_waitingTexts.Count} {_waitingDecisions.Count} {_book?.Tracker.AssignedCount} {_book?.Tracker.ContentIsComplete} {IsReleased} "
        + string.Join(',', _book?.Essays.Select(e => $"{e.TextStorageId} {e.StudentId} {e.AssociationVersion}") ?? []);

    void Take(EssayContentProvisioned text) => _book!.Assign(text, Now);

    void Complete(List<IFact> told)
    {
        var tracker = _book!.Tracker;
        if (!tracker.IsFull || tracker.ContentIsComplete)
        {
            return;
        }
        tracker.CompletionPublishedAt = Now;
        told.AddRange(CompletionFacts.Of(_book, [], Now));
        _waitingDecisions.ForEach(confirmed => Decide(confirmed, told));
        _waitingDecisions = [];
    }

    void Decide(StudentAssociationsConfirmed confirmed, List<IFact> told)
    {
        if (IsReleased)
        {
            return;
        }
        foreach (var association in confirmed.Associations)
        {
            _book!.Find(association.EssayId)!.Confirm(association, Now);
        }
        if (Release.Of(_book!) is { } ready)
        {
            _book!.Tracker.ReadyPublishedAt = Now;
            told.Add(ready);
        }
    }

    static SlotBook SlotsOf(BatchEssaysRegistered registered) =>
        new(
            BatchTracker.Of(registered, registered.BatchId, Now),
            [
                .. registered.EssayIds.Select(
                    (essayId, index) =>
                        new Essay
                        {
                            EssayId = essayId,
                            BatchId = registered.BatchId,
                            Ordinal = index + 1,
                            UpdatedAt = Now,
                        }
                ),
            ]
        );
}
