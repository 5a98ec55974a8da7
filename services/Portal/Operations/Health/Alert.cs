using Phase1.Portal.Frame;
using Phase1.Portal.Words;

namespace Phase1.Portal.Operations.Health;

/// <summary>What an operator is to look at: a sentence, and the page that helps.</summary>
/// <param name="Sentence">In the reader's language.</param>
/// <param name="Page">Where it leads.</param>
sealed record Alert(string Sentence, string Page)
{
    // As the alerts of the metrics say it.
    static readonly TimeSpan OldestEvent = TimeSpan.FromSeconds(60);

    /// <summary>All that the reports of the services give rise to; the batches first, since people wait for them.</summary>
    internal static IReadOnlyList<Alert> Of(HealthView view, DateTimeOffset now, IWords say)
    {
        List<Alert> found = view.Stuck is { Count: > 0 } stuck ? [new(say.BatchesAreStuck(stuck.Count), "/ops/batches")] : [];
        foreach (var line in view.Services)
        {
            found.AddRange(Of(line, ServiceTitles.Of(line.Service), now, say));
        }
        return found;
    }

    static IEnumerable<Alert> Of(ServiceLine line, string service, DateTimeOffset now, IWords say)
    {
        var page = $"/ops/services/{line.Service}";
        if (line.Report is { Status: not "ready" })
        {
            yield return new(say.ServiceIsNotReady(service, string.Join(", ", line.Complaints.Select(check => check.Name))), page);
        }
        if (line.Report?.Engine is not { } engine)
        {
            yield break;
        }
        if (engine.DeadLetters.Open > 0)
        {
            yield return new(say.LettersAreOpen(service, engine.DeadLetters.Open), "/ops/dead-letters");
        }
        if (engine.Held.Keys > 0)
        {
            yield return new(say.KeysAreHeld(service, engine.Held.Keys), "/ops/held");
        }
        if (engine.Outbox.OldestAt is { } oldest && now - oldest > OldestEvent)
        {
            yield return new(say.EventsWait(service, engine.Outbox.Rows, Moments.Remaining(oldest, now)), page);
        }
        if (line.Late.Count > 0)
        {
            yield return new(say.WorkIsLate(service, string.Join(", ", line.Late.Select(work => work.Name))), page);
        }
    }
}
