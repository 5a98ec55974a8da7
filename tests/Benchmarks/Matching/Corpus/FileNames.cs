namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Names of uploaded files.</summary>
static class FileNames
{
    public static string Of(Student student, Dice dice) =>
        dice.Next(12) switch
        {
            0 => $"{student.First}_{student.Last}.docx",
            1 => $"{student.First} {student.Last} NV26B.docx",
            2 => $"{Plain.Write(student.Name).Replace(' ', '.').ToLowerInvariant()}.pdf",
            3 => $"Uppsats {student.Last} {student.First} 2026-02-11.docx",
            4 => $"{student.Last}_{student.First}_final.txt",
            5 => $"{student.Name}_{dice.Between(10_000, 99_999)}_assignsubmission_file_text.docx",
            6 => $"{Plain.Letters(student.Last + student.First)}_{dice.Between(1_000, 9_999)}_{dice.Between(10_000, 99_999)}_text.docx",
            7 =>
                $"{Plain.Letters(student.Last + student.First)}_LATE_{dice.Between(1_000, 9_999)}_{dice.Between(10_000, 99_999)}_text-1.docx",
            8 => $"Text 2_{Plain.Write(student.Name).Replace(' ', '.').ToLowerInvariant()}_attempt_2026-02-11-10-22-33_text.docx",
            9 => $"{dice.Between(10_000, 99_999)}-{dice.Between(100, 999)} - {student.Name} - Feb 11, 2026 1022 PM - text.docx",
            10 => $"{student.Name} - sen inlämning v2 (1).docx",
            _ => $"Kopia av {student.Last}, {student.First} slutversion.docx",
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
