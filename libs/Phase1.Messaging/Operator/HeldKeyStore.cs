using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Operator;

/// <summary>The keys whose records wait, as operators see them.</summary>
sealed class HeldKeyStore(DbContext context, MessagingOptions options)
{
    const int MaxKeys = 200;

    IQueryable<HeldMessage> Held => context.Set<HeldMessage>().AsNoTracking().Where(h => h.Consumer == options.ServiceName);

    /// <summary>The heads with what waits behind them, those that have waited longest first.</summary>
    public Task<List<HeldKeyView>> ListAsync(Guid? batchId, CancellationToken cancellationToken) =>
        Held.Where(h => batchId == null || h.BatchId == batchId)
            .Where(h => !Held.Any(e => e.RecordKey == h.RecordKey && e.Seq < h.Seq))
            .OrderBy(h => h.HeldAt)
            .Take(MaxKeys)
            .Select(h => new HeldKeyView(
                h.RecordKey,
                h.BatchId,
                h.Topic,
                h.Attempts,
                h.DeadLetterId == null ? h.NextAttemptAt : null,
                h.DeadLetterId,
                Held.Count(f => f.RecordKey == h.RecordKey) - 1,
                h.HeldAt
            ))
            .ToListAsync(cancellationToken);

    /// <summary>A key's records in their order; empty when nothing of it is held.</summary>
    public Task<List<HeldRecordView>> ShowAsync(string key, CancellationToken cancellationToken) =>
        Held.Where(h => h.RecordKey == key)
            .OrderBy(h => h.Seq)
            .Take(MaxKeys)
            .Select(h => new HeldRecordView(h.Seq, h.EventId, h.Topic, h.HeldAt))
            .ToListAsync(cancellationToken);
}

/// <summary>A key whose records wait: the first because it failed, the others behind it.</summary>
/// <param name="RecordKey">The key.</param>
/// <param name="BatchId">The batch that the first is about, if any.</param>
/// <param name="Topic">Of the first.</param>
/// <param name="Attempts">How often the first has failed since it was held or redriven.</param>
/// <param name="NextAttemptAt">When it is tried again; null when it is a dead letter, which an operator redrives or discards.</param>
/// <param name="DeadLetterId">The first as a dead letter.</param>
/// <param name="Followers">How many wait behind it.</param>
/// <param name="HeldSince">UTC.</param>
sealed record HeldKeyView(
    string RecordKey,
    Guid? BatchId,
    string Topic,
    int Attempts,
    DateTimeOffset? NextAttemptAt,
    Guid? DeadLetterId,
    int Followers,
    DateTimeOffset HeldSince
);

/// <summary>A record that is held.</summary>
/// <param name="Seq">Its place: lower ones are applied before it.</param>
/// <param name="EventId">Its event id.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="HeldAt">UTC.</param>
sealed record HeldRecordView(long Seq, Guid EventId, string Topic, DateTimeOffset HeldAt);
