using Phase1.Events;

namespace Phase1.Nlp.Runs;

/// <summary>An essay of a run: where its text is and how its file was called. Never a name, an address or a text.</summary>
sealed record RunEssay(Guid EssayId, string TextStorageId, string? FileName)
{
    public static RunEssay Of(EssayRef essay) => new(essay.EssayId, essay.TextStorageId, essay.OriginalFileName);
}
