using System.Text;

namespace Phase1.Nlp.Matching;

/// <summary>Splits a file name into words: "siri-lo_wikander_NV26B.docx". Which of them name a student, the roster tells.</summary>
sealed class FileNameReader : IReadingStep
{
    /// <summary>More words than any platform writes; a bound for hostile names.</summary>
    const int MostWords = 60;

    public void Read(EssayReading reading) => reading.FileWords = WordsIn(reading.FileName);

    public static string[] WordsIn(string fileName)
    {
        StringBuilder spaced = new(fileName.Length + 8);
        for (var i = 0; i < fileName.Length; i++)
        {
            var c = fileName[i];
            if (i > 0 && char.IsUpper(c) && char.IsLower(fileName[i - 1]))
            {
                spaced.Append(' ');
            }

            var isInner = c is '\'' or '\u00B7' || char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c);
            spaced.Append(isInner ? c : ' ');
        }

        return [.. spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
    }

    static bool IsMark(char c) =>
        char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
