using Microsoft.EntityFrameworkCore;
using Phase1.Feedback.Essays;
using Phase1.Feedback.Masking;
using Phase1.Feedback.Runs;
using Phase1.Feedback.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Results;

/// <summary>What was written about a batch's essays, for its owner: where the latest run stands, and the students under their names.</summary>
static class GetFeedbackEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/batches/{id:guid}/feedback", HandleAsync).RequireTeacher().MayAnswer(Problems.ResourceNotFound);

    static async Task<FeedbackDocument> HandleAsync(
        Guid id,
        Caller caller,
        FeedbackDbContext db,
        AuthorClient authors,
        CancellationToken cancellationToken
    )
    {
        var run =
            await db
                .Runs.AsNoTracking()
                .Where(r => r.BatchId == id && r.UserId == caller.UserId && db.Essays.Any(essay => essay.RunId == r.RunId))
                .OrderByDescending(r => r.CreatedAt)
                .ThenByDescending(r => r.RunId)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new ProblemException(Problems.ResourceNotFound, "There is no feedback on such a batch.");
        var essays = await db
            .Essays.AsNoTracking()
            .Where(essay => essay.RunId == run.RunId)
            .OrderBy(essay => essay.Ordinal)
            .ToListAsync(cancellationToken);
        var written = await db
            .Feedback.AsNoTracking()
            .Where(feedback => feedback.BatchId == id)
            .ToDictionaryAsync(feedback => feedback.EssayId, cancellationToken);
        var names = await NamesAsync(id, authors, cancellationToken);
        return FeedbackDocument.Of(run, essays, essay => Shown(written.GetValueOrDefault(essay), names));
    }

    // The owner's own students under their first names; while nobody can say them the placeholders stay.
    static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Guid batchId, AuthorClient authors, CancellationToken cancellationToken)
    {
        try
        {
            var found = await authors.OfBatchAsync(batchId, cause: null, cancellationToken);
            return found
                .Where(author => author.IsKnown)
                .DistinctBy(author => author.StudentId)
                .ToDictionary(author => author.StudentId, author => author.FirstName);
        }
        catch (ServiceUnavailableException)
        {
            return new Dictionary<Guid, string>();
        }
    }

    static FeedbackContent? Shown(StoredFeedback? written, IReadOnlyDictionary<Guid, string> names) =>
        written?.Feedback.With(text => Placeholders.Restore(text, written.Placeholders, names));
}
