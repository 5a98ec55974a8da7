using System.Text;
using System.Text.RegularExpressions;

namespace Phase1.Feedback.Masking;

/// <summary>Puts placeholders for names. Words of one name that stand together become one placeholder.</summary>
static partial class NameEraser
{
    internal static string Erase(string text, ClassNames names, Placeholders placeholders)
    {
        if (names.Students.Count == 0)
        {
            return text;
        }
        Match[] words = [.. Words().Matches(text).Cast<Match>()];
        string[] folded = [.. words.Select(word => ClassNames.Fold(word.Value))];
        StringBuilder erased = new(text.Length);
        var copied = 0;
        Guid? previous = null;
        for (var i = 0; i < words.Length; )
        {
            if (StudentAt(i) is not var (student, length))
            {
                previous = null;
                i++;
                continue;
            }
            var gap = text.AsSpan(copied..words[i].Index);
            if (student != previous || gap.ContainsAnyExcept(" -,"))
            {
                erased.Append(gap).Append(placeholders.Of(student));
            }
            copied = words[i + length - 1].Index + words[i + length - 1].Length;
            previous = student;
            i += length;
        }
        return erased.Append(text.AsSpan(copied)).ToString();

        (Guid Student, int Length)? StudentAt(int index) =>
            names.PhraseAt(folded, index) ?? (names.OwnersOf(folded[index]) is { Count: > 0 } owners ? (OneOf(owners), 1) : null);

        // Who shares a name with others is most likely the author, or the one who was just named.
        Guid OneOf(IReadOnlyList<Guid> owners) =>
            owners.Contains(placeholders.Author) ? placeholders.Author
            : previous is { } named && owners.Contains(named) ? named
            : owners[0];
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*['’ʼ]?", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
