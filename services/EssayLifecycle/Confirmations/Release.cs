using System.Text.Json;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>When a batch is released, and as what: once, complete, when every text that is left has its author.</summary>
static class Release
{
    /// <summary>Null while the batch is not to be released.</summary>
    public static BatchEssaysReady? Of(SlotBook book)
    {
        var tracker = book.Tracker;
        var texts = book.Texts.ToList();
        if (tracker.IsReleased || tracker.IsCancelled || !tracker.ContentIsComplete)
        {
            return null;
        }
        if (texts.Count == 0 || !texts.TrueForAll(essay => essay.IsDecided))
        {
            return null;
        }
        return new()
        {
            BatchId = tracker.BatchId,
            ReadyEssays = [.. texts.Select(essay => essay.ToRef())],
            CourseCode = tracker.CourseCode,
            CourseLanguage = tracker.CourseCode.Language(),
            ClassType = tracker.ClassType,
            StudentPromptRef = tracker.StudentPromptRef is { } reference ? JsonElement.Parse(reference) : null,
        };
    }
}
