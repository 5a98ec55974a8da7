using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging.Operator;

/// <summary>What an operator does about dead letters: run again, give up for good. Every act says who, when and why.</summary>
sealed class DeadLetterActs(
    UnitOfWork work,
    DbContext context,
    DeadLetterTable letters,
    RedriveStatements redrive,
    RelaySignal relay,
    RetrySignal retries
)
{
    public async Task<Resolution> RedriveAsync(Guid id, string by, string? note, CancellationToken cancellationToken)
    {
        var letter = await LockAsync(id, cancellationToken);
        if (letter is not { State: DeadLetterState.Open })
        {
            return letter is null ? Resolution.NotFound : Resolution.NotOpen;
        }
        var record = redrive.Read(letter);
        if (record.Failure is not null)
        {
            return Resolution.StillRefused;
        }
        await CommitAsync(redrive.Of(letter, record, by, note), cancellationToken);
        return Resolution.Done;
    }

    /// <summary>
    /// Redrives open letters of a cause in one transaction, the oldest first. Those whose records still break the contract are passed over and stay open.
    /// </summary>
    public async Task<GroupRedriveView> RedriveGroupAsync(
        string cause,
        int limit,
        string by,
        string? note,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var (redriven, refused, after) = (0, new List<RefusedRedrive>(), Guid.Empty);
        while (redriven < limit)
        {
            var page = await context
                .Set<DeadLetter>()
                .FromSql(DeadLetterTable.LockOpen(cause, after, limit - redriven))
                .AsNoTracking()
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                break;
            }
            foreach (var letter in page)
            {
                var record = redrive.Read(letter);
                if (record.Failure is { } failure)
                {
                    refused.Add(new(letter.Id, failure.ReasonCode));
                    continue;
                }
                foreach (var statement in redrive.Of(letter, record, by, note))
                {
                    work.WithCommit(statement);
                }
                redriven++;
            }
            after = page[^1].Id;
        }
        await CommitAsync([], cancellationToken);
        var remaining = await context
            .Set<DeadLetter>()
            .CountAsync(letter => letter.State == DeadLetterState.Open && letter.Cause == cause, cancellationToken);
        return new(redriven, refused, remaining);
    }

    public async Task<Resolution> DiscardAsync(Guid id, string by, string note, CancellationToken cancellationToken)
    {
        var letter = await LockAsync(id, cancellationToken);
        if (letter is not { State: DeadLetterState.Open })
        {
            return letter is null ? Resolution.NotFound : Resolution.NotOpen;
        }
        await CommitAsync([letters.ToResolve(id, DeadLetterState.Discarded, by, note), HeldMessageTable.ToDelete(id)], cancellationToken);
        return Resolution.Done;
    }

    // What is redriven, or waited behind what is discarded, is due.
    async Task CommitAsync(IReadOnlyList<NpgsqlBatchCommand> last, CancellationToken cancellationToken)
    {
        await work.CommitAsync(last, cancellationToken);
        relay.Wake();
        retries.Expect(TimeSpan.Zero);
    }

    async Task<DeadLetter?> LockAsync(Guid id, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        return await context.Set<DeadLetter>().FromSql(DeadLetterTable.Lock(id)).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>How an operator's act on a dead letter ended.</summary>
enum Resolution
{
    Done,
    NotFound,
    NotOpen,

    /// <summary>The record still breaks the contract.</summary>
    StillRefused,

    /// <summary>Another transaction has what the act needs.</summary>
    Busy,
}

/// <summary>What became of a group's redrive.</summary>
/// <param name="Redriven">How many letters were redriven.</param>
/// <param name="Refused">Those whose records still break the contract; they can only be discarded.</param>
/// <param name="Remaining">How many letters of the cause are open now.</param>
sealed record GroupRedriveView(int Redriven, IReadOnlyList<RefusedRedrive> Refused, int Remaining);

/// <summary>A letter that cannot be redriven.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Code">Why.</param>
sealed record RefusedRedrive(Guid Id, string Code);
