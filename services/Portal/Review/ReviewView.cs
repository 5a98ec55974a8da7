using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>What the page of all decisions of a batch shows.</summary>
/// <param name="Set">The associations.</param>
/// <param name="Students">Of the class, to choose from; empty where Class Management does not tell.</param>
/// <param name="ShowsAll">Whether decided rows are shown too.</param>
/// <param name="Note">Why the last decision was not taken.</param>
public sealed record ReviewView(AssociationsDocument Set, IReadOnlyList<StudentDocument> Students, bool ShowsAll, string? Note)
{
    internal IEnumerable<AssociationDocument> Rows => Set.Associations.Where(row => ShowsAll || !Set.IsOpen || !row.IsDecided);

    internal static async Task<ReviewView> OfAsync(
        Guid batchId,
        bool showsAll,
        AssociationsClient associations,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken,
        string? note = null
    )
    {
        var set = await associations.ListAsync(batchId, cancellationToken);
        return new(set, await away.OrAsync(classes.RosterAsync(set.ClassId, cancellationToken), []), showsAll, note);
    }
}

/// <summary>One row of it.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Row">The association.</param>
/// <param name="Students">To choose from.</param>
/// <param name="IsOpen">Whether the set is still open; after that decisions are corrected.</param>
/// <param name="IsLast">Whether deciding it releases the set.</param>
/// <param name="Essays">How many essays are released then.</param>
public sealed record ReviewRow(
    Guid BatchId,
    AssociationDocument Row,
    IReadOnlyList<StudentDocument> Students,
    bool IsOpen,
    bool IsLast,
    int Essays
);
