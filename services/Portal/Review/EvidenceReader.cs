using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Review;

/// <summary>Reads what a teacher sees of a text, with what matching reads as names and addresses marked. Without NLP nothing is marked.</summary>
sealed class EvidenceReader(ClassesClient classes, EssaysClient essays, TextsClient texts, MatchingClient matching)
{
    static readonly ExtractedDocument Nothing = new([], []);

    internal async Task<IReadOnlyList<EvidenceLine>> ReadAsync(Guid classId, Guid essayId, CancellationToken cancellationToken)
    {
        var roster = OrAsync(classes.MembersAsync(classId, cancellationToken), []);
        var @class = OrAsync(FindAsync(classId, cancellationToken), null);
        var text = await OrAsync(TextAsync(essayId, cancellationToken), null);
        if (text is null)
        {
            return [];
        }
        var extracted = await @class is { CourseCodes: [var course, ..] }
            ? await OrAsync(matching.ExtractAsync(course, await roster, text, cancellationToken), Nothing)
            : Nothing;
        return Evidence.Of(text, [.. extracted.Names, .. extracted.Emails]);
    }

    async Task<ClassDocument?> FindAsync(Guid classId, CancellationToken cancellationToken) =>
        await classes.FindAsync(classId, cancellationToken);

    async Task<string?> TextAsync(Guid essayId, CancellationToken cancellationToken) =>
        (await essays.FindAsync(essayId, cancellationToken)).TextStorageId is { } storageId
            ? await texts.FindAsync(storageId, cancellationToken)
            : null;

    // Marks help, and nothing depends on them: whatever is refused or away is done without.
    static async Task<T> OrAsync<T>(Task<T> answer, T otherwise)
    {
        try
        {
            return await answer;
        }
        catch (Exception refused) when (refused is ProblemException or ServiceUnavailableException)
        {
            return otherwise;
        }
    }
}
