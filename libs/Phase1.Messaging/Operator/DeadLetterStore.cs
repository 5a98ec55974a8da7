using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Operator;

/// <summary>The dead letters as operators see them.</summary>
sealed class DeadLetterStore(DbContext context, TimeProvider clock)
{
    public Task<List<DeadLetterView>> ListAsync(DeadLetterFilter filter, int limit, Guid? before, CancellationToken cancellationToken) =>
        context
            .Set<DeadLetter>()
            .AsNoTracking()
            .Where(l => filter.State == null || l.State == filter.State)
            .Where(l => filter.Topic == null || l.Topic == filter.Topic)
            .Where(l => filter.ReasonCode == null || l.ReasonCode == filter.ReasonCode)
            .Where(l => filter.Cause == null || l.Cause == filter.Cause)
            .Where(l => filter.BatchId == null || l.BatchId == filter.BatchId)
            .Where(l => before == null || l.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(l => l.Id)
            .Take(limit)
            .Select(l => View(l))
            .ToListAsync(cancellationToken);

    public async Task<DeadLetterView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Set<DeadLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellationToken) is { } letter
            ? View(letter) with
            {
                History = await HistoryAsync(id, cancellationToken),
            }
            : null;

    Task<List<DeadLetterAct>> HistoryAsync(Guid id, CancellationToken cancellationToken) =>
        context
            .Set<DeadLetterHistoryEntry>()
            .AsNoTracking()
            .Where(e => e.DeadLetterId == id)
            .OrderBy(e => e.Seq)
            .Select(e => new DeadLetterAct(e.Act, e.At, e.By, e.ReasonCode, e.Attempts, e.Note))
            .ToListAsync(cancellationToken);

    /// <summary>The body, with a row that says who looked at it.</summary>
    public async Task<byte[]?> ReadBodyAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        var letter = await context.Set<DeadLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellationToken);
        if (letter is null)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        context.Add(
            new DeadLetterAccess
            {
                Id = Guid.CreateVersion7(now),
                DeadLetterId = id,
                ReadBy = by,
                ReadAt = now,
            }
        );
        await context.SaveChangesAsync(cancellationToken);
        return letter.Body;
    }

    /// <summary>Open letters, or those of another state, by their cause; that with the most letters first.</summary>
    public async Task<List<DeadLetterGroup>> GroupAsync(DeadLetterState state, CancellationToken cancellationToken)
    {
        var letters = context.Set<DeadLetter>().AsNoTracking().Where(l => l.State == state);
        var groups = await letters
            .GroupBy(l => new
            {
                l.Cause,
                l.Consumer,
                l.Topic,
                l.ReasonCode,
            })
            .Select(g => new
            {
                g.Key,
                Reason = g.Max(l => l.Reason)!,
                Frame = g.Max(l => l.Frame),
                Count = g.Count(),
                Batches = g.Select(l => l.BatchId).Distinct().Count(id => id != null),
                First = g.Min(l => l.FirstFailedAt),
                Last = g.Max(l => l.LastFailedAt),
            })
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Key.Cause)
            .ToListAsync(cancellationToken);
        var hours = await HoursAsync(letters, cancellationToken);
        return
        [
            .. groups.Select(g => new DeadLetterGroup(
                g.Key.Cause,
                g.Key.Consumer,
                g.Key.Topic,
                g.Key.ReasonCode,
                g.Reason,
                g.Frame,
                g.Count,
                g.Batches,
                g.First,
                g.Last,
                [.. Enumerable.Range(0, DeadLetterGroup.Day).Select(hour => hours.GetValueOrDefault((g.Key.Cause, hour)))]
            )),
        ];
    }

    // By cause and hour of the last day, the oldest hour is 0.
    async Task<Dictionary<(string Cause, int Hour), int>> HoursAsync(IQueryable<DeadLetter> letters, CancellationToken cancellationToken)
    {
        var from = clock.GetUtcNow().AddHours(-DeadLetterGroup.Day);
        var counts = await letters
            .Where(l => l.LastFailedAt > from)
            .GroupBy(l => new { l.Cause, Hour = Math.Floor((l.LastFailedAt - from).TotalHours) })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return counts
            .GroupBy(c => (c.Key.Cause, Math.Min((int)c.Key.Hour, DeadLetterGroup.Day - 1)))
            .ToDictionary(of => of.Key, of => of.Sum(c => c.Count));
    }

    static DeadLetterView View(DeadLetter l) =>
        new(
            l.Id,
            l.Consumer,
            WireEnum.Name(l.Origin),
            l.Topic,
            l.Partition,
            l.LogOffset,
            l.EventId,
            l.BatchId,
            l.CorrelationId,
            l.ReasonCode,
            l.Reason,
            l.Cause,
            l.Frame,
            l.Stack,
            l.Attempts,
            l.FirstFailedAt,
            l.LastFailedAt,
            WireEnum.Name(l.State),
            l.ResolvedBy,
            l.ResolvedAt,
            l.Note,
            null
        );
}

/// <summary>Which dead letters to list; null means any.</summary>
sealed record DeadLetterFilter(DeadLetterState? State, string? Topic, string? ReasonCode, string? Cause, Guid? BatchId);
