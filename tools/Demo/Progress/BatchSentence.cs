using System.Globalization;
using Phase1.Demo.Client;

namespace Phase1.Demo.Progress;

/// <summary>Says in one plain sentence where a batch stands and what is awaited.</summary>
static class BatchSentence
{
    internal static string Of(BatchView view) =>
        view.Status.Status switch
        {
            Statuses.AwaitingContent => Taking(view.Status.Counts.Expected, view.Uploads),
            Statuses.AwaitingStudents => Deciding(view.Status.Counts, view.Associations),
            Statuses.StudentsDecided => "every author is decided; the essays are being released.",
            Statuses.Ready => $"ready for the pipeline with {Essays(view.Status.Counts.Stored)}.",
            var other => $"ended as {other}.",
        };

    static string Taking(int expected, IReadOnlyList<Upload> uploads)
    {
        var (read, failed) = (uploads.Count(u => u.State == "provisioned"), uploads.Count(u => u.State == "failed"));
        var missing = expected - uploads.Count;
        return uploads.Count == 0 ? $"registered; waiting for {expected} files."
            : read + failed == expected ? $"{Essays(read)} taken in{Unreadable(failed)}; giving each its place."
            : missing == 0 ? $"{read} of {expected} files read{Unreadable(failed)}; reading the rest."
            : $"{read} of {expected} files read{Unreadable(failed)}; waiting for {missing} more.";
    }

    static string Deciding(BatchCounts counts, AssociationList? list)
    {
        if (list is null || list.Associations.All(row => row.NoMatchReason == BatchView.AwaitingSuggestions))
        {
            return $"{Essays(counts.Provisioned ?? 0)} taken in{Unreadable(counts.Failed ?? 0)}; finding out who wrote them.";
        }
        var deadline = list.DeadlineAt.ToUniversalTime().ToString("d MMM HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return list.Counts switch
        {
            { Decided: 0 } c =>
                $"authors proposed ({c.High} certain, {c.Medium} to look at, {c.Low} without); waiting for the teacher, until {deadline}.",
            { Undecided: > 0 } c =>
                $"{c.Decided} of {c.Total} authors decided; {c.Undecided} wait for the teacher, or decide themselves on {deadline}.",
            _ => "every author is decided; the decisions are being passed on.",
        };
    }

    static string Essays(int count) => count == 1 ? "1 essay" : $"{count} essays";

    static string Unreadable(int failed) => failed == 0 ? "" : $" ({failed} unreadable)";
}
