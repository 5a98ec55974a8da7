using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>Texts that matching lacked when it first spoke, and that have come since. What the teacher has said about an essay stands.</summary>
static class LateTexts
{
    /// <summary>Whether the record says something about an essay whose text was missing.</summary>
    internal static bool AreIn(BatchAuthorMatchesSuggested message, IReadOnlyList<Association> rows)
    {
        var read = message.MatchResults.Where(result => !IsMissing(result.NoMatchReason)).Select(result => result.EssayId).ToHashSet();
        return rows.Any(row => MayChange(row) && IsMissing(row.NoMatchReason) && read.Contains(row.EssayId));
    }

    /// <summary>Nobody has decided about it, rejected its suggestion or taken a decision back.</summary>
    internal static bool MayChange(Association row) => !row.IsDecided && row.AssociationVersion == 0;

    static bool IsMissing(NoMatchReason? reason) => reason == NoMatchReason.TextUnavailable;
}
