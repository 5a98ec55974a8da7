using Microsoft.EntityFrameworkCore;
using Phase1.Feedback.Essays;
using Phase1.Feedback.Storage;
using Phase1.Messaging;

namespace Phase1.Feedback.Runs;

/// <summary>Ends runs whose last essay has ended, in the transaction in which it ends.</summary>
sealed class RunEnds(FeedbackDbContext db, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Tells the outcome where no essay is left to be done.</summary>
    /// <param name="run">Locked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task EndIfCompleteAsync(FeedbackRun run, CancellationToken cancellationToken)
    {
        // The rows as this transaction has changed them: those that it tracks win over what the query reads.
        var essays = await db
            .Essays.Where(essay => essay.RunId == run.RunId)
            .OrderBy(essay => essay.Ordinal)
            .ToListAsync(cancellationToken);
        if (essays.All(essay => essay.State != EssayState.Pending))
        {
            End(run, essays);
        }
    }

    /// <summary>Tells the outcome.</summary>
    /// <param name="run">Locked.</param>
    /// <param name="essays">All of its essays, each at its end.</param>
    internal void End(FeedbackRun run, IReadOnlyList<FeedbackEssay> essays)
    {
        run.End(RunState.Done, clock.GetUtcNow());
        work.Publish(RunFacts.Completed(run, essays), run.Cause);
    }
}
