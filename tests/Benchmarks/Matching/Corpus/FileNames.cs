namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Names of uploaded files.</summary>
static class FileNames
{
    public static string Of(Pupil pupil, Dice dice) =>
        dice.Next(5) switch
        {
            0 => $"{pupil.First}_{pupil.Last}.docx",
            1 => $"{pupil.First} {pupil.Last} NV26B.docx",
            2 => $"{Plain.Write(pupil.Name).Replace(' ', '.').ToLowerInvariant()}.pdf",
            3 => $"Uppsats {pupil.Last} {pupil.First} 2026-02-11.docx",
            _ => $"{pupil.Last}_{pupil.First}_final.txt",
        };

    public static string? Neutral(Dice dice) =>
        dice.Pick<string?>([
            null,
            "essay.docx",
            "Uppsats final.docx",
            "Dokument 3.pdf",
            "eng6_text (2).docx",
            "Namnlöst dokument.docx",
            "scan0042.pdf",
        ]);
}
