using Microsoft.EntityFrameworkCore;

namespace Phase1.Messaging;

/// <summary>
/// Rows of one table by the batch that they belong to. When the first batch is asked for, the rows of all <see cref="UnitOfWork.Batches"/> are read,
/// so that a poll costs one statement a table. Scoped, like the unit of work; what is read stays true while the batches are locked.
/// </summary>
/// <typeparam name="TRow">A row.</typeparam>
/// <param name="work">The unit of work.</param>
/// <param name="query">The rows of some batches, in the order in which they are answered.</param>
/// <param name="batchOf">The batch of a row.</param>
public sealed class RowsByBatch<TRow>(UnitOfWork work, Func<Guid[], IQueryable<TRow>> query, Func<TRow, Guid> batchOf)
{
    readonly Dictionary<Guid, List<TRow>> _read = [];

    /// <summary>The rows of a batch, with those that were added.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<IReadOnlyList<TRow>> OfAsync(Guid batchId, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(batchId, out var known))
        {
            return known;
        }
        Guid[] unread = [.. work.Batches.Append(batchId).Distinct().Where(id => !_read.ContainsKey(id))];
        var rows = (await query(unread).ToListAsync(cancellationToken)).ToLookup(batchOf);
        foreach (var id in unread)
        {
            _read[id] = [.. rows[id]];
        }
        return _read[batchId];
    }

    /// <summary>Adds a row that the unit of work is going to insert to what was read of its batch.</summary>
    /// <param name="row">The row; it is not saved by this.</param>
    public void Add(TRow row) => _read.GetValueOrDefault(batchOf(row))?.Add(row);
}
