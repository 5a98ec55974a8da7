using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>What the review board shows: every essay of a batch, with the beginning of its text.</summary>
/// <param name="Set">The associations.</param>
/// <param name="ClassName">Null where it has been deleted, or nobody could say.</param>
/// <param name="Texts">The beginnings, by essay; without those that nobody could tell.</param>
/// <param name="Students">Of the class, to choose from; empty where Class Management does not tell.</param>
/// <param name="Filter">Which rows are shown.</param>
/// <param name="Away">Services that did not answer.</param>
/// <param name="Note">Why the last decision was not taken.</param>
public sealed record Board(
    AssociationsDocument Set,
    string? ClassName,
    IReadOnlyDictionary<Guid, string> Texts,
    IReadOnlyList<StudentDocument> Students,
    RowFilter Filter,
    IReadOnlyCollection<string> Away,
    string? Note = null
);

/// <summary>Collects what the board shows.</summary>
sealed class BoardReader(AssociationsClient associations, ClassesClient classes, EssaysClient essays, TextsClient texts, Away away)
{
    static readonly Dictionary<Guid, string> NoTexts = [];

    internal async Task<Board> ReadAsync(Guid batchId, RowFilter filter, CancellationToken cancellationToken, string? note = null)
    {
        var beginnings = away.OrAsync(BeginningsAsync(batchId, cancellationToken), NoTexts);
        var set = await associations.ListAsync(batchId, cancellationToken);
        var found = away.OrAsync(classes.FindOrNullAsync(set.ClassId, cancellationToken), null);
        var students = await away.OrAsync(classes.MembersAsync(set.ClassId, cancellationToken), []);
        var shown = set.IsOpen ? filter : RowFilter.All;
        return new(set, (await found)?.Name, await beginnings, students, shown, away.Services, note);
    }

    async Task<IReadOnlyDictionary<Guid, string>> BeginningsAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var stored = (await essays.ListAsync(batchId, cancellationToken)).Items.Where(essay => essay.TextStorageId is not null).ToList();
        var beginnings = await texts.ExcerptsAsync(stored.Select(essay => essay.TextStorageId!), Evidence.MostChars, cancellationToken);
        return stored
            .Where(essay => beginnings.ContainsKey(essay.TextStorageId!))
            .ToDictionary(essay => essay.EssayId, essay => beginnings[essay.TextStorageId!]);
    }
}
