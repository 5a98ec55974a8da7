using Phase1.Text;

namespace Phase1.Nlp.Matching;

/// <summary>
/// Tells whose an address is that stands on a line without a name: it belongs to whom the lines above speak of. Below "Granskare: Malin Nyqvist" it is
/// the reviewer's, below "Mvh Tove" it is Tove's if it can be, and below a heading in the text it is anybody's.
/// </summary>
static class OwnerAbove
{
    /// <summary>Lines of labels, dates and empty ones that may lie between.</summary>
    const int MostLines = 8;

    /// <summary>What is longer is no heading.</summary>
    const int LongestHeading = 60;

    const int LongestLabel = 40;
    const int FewestLetters = 3;

    public static bool IsAnother(EssayReading reading, int position)
    {
        var place = TextLines.At(reading.Text, position);
        if (!OwnersLine.IsBare(reading.Line(place)))
        {
            return false;
        }

        var address = reading.Text.AsSpan(position, place.End - position);
        var isBelowGap = false;
        var start = place.Start;
        for (var i = 0; start > 0 && i < MostLines; i++)
        {
            var above = TextLines.At(reading.Text, start - 1);
            var line = reading.Line(above);
            start = above.Start;
            if (line.IsEmpty)
            {
                isBelowGap = true;
            }
            else if (SpeaksOf(reading, above, line) is { } another)
            {
                return another;
            }
            else if (!SaysNothing(line))
            {
                // A sentence, or what stands apart, has nothing to do with the address.
                return !isBelowGap && IsHeading(line) && (SpeaksOfStudent(reading, line, address) ?? IsBelowText(reading, above));
            }
        }

        return false;
    }

    static bool IsHeading(ReadOnlySpan<char> line) => line.Length <= LongestHeading && line[^1] is not ('.' or '…');

    /// <summary>True when the line speaks of somebody else, false when of the writer, null when it does not say.</summary>
    static bool? SpeaksOf(EssayReading reading, TextLine place, ReadOnlySpan<char> line) =>
        reading.IsBlanked(place.Start) ? true
        : reading.IsStudent(line)
        || LineKeywords.IsLabel(line)
        || LineKeywords.Closing.Is(line.TrimEnd(" ,.!"))
        || StudentBesideCodes.IsOn(reading, line)
            ? false
        : RoleLines.IsRole(line) || RoleLines.IsRoleAlone(line) ? true
        : null;

    /// <summary>Words of names alone are a signature, whose address is like them; among other words they are somebody whom the text is about.</summary>
    static bool? SpeaksOfStudent(EssayReading reading, ReadOnlySpan<char> line, ReadOnlySpan<char> address)
    {
        if (RoleLines.MentionsOther(line) || OpenPhrases.Is(line) || SalutationLine.IsGreeting(line))
        {
            return true;
        }

        line = line[LineKeywords.Closing.Opening(line)..];
        var (names, others, isLike) = (0, 0, false);
        foreach (var atom in LineAtom.Of(line))
        {
            var word = line[atom.Start..atom.End];
            if (word.Length == 1 || Words.IsParticle(word))
            {
                continue;
            }

            var isName = char.IsUpper(word[0]) && reading.IsKnownWordOfStudent(word);
            names += isName ? 1 : 0;
            others += isName ? 0 : 1;
            isLike |= isName && word.Length >= FewestLetters && IsIn(address, word);
        }

        return names == 0 ? null : others > 0 || !isLike;
    }

    static bool IsIn(ReadOnlySpan<char> address, ReadOnlySpan<char> word) =>
        address.Contains(TextNormalizer.Fold(TextNormalizer.ComparisonForm(word.ToString())), StringComparison.OrdinalIgnoreCase);

    /// <summary>Dates, codes, phrases and labels of what is no person: "Klass: NV26B", "Tel: 070-12 34 56", "2026-02-11".</summary>
    static bool SaysNothing(ReadOnlySpan<char> line) =>
        LineKeywords.IsOwnPhrase(Segment.Trim(line))
        || (line.IndexOf(':') is > 0 and <= LongestLabel and var colon && colon < line.Length - 1)
        || StudentBesideCodes.AreCodes(line);

    static bool IsBelowText(EssayReading reading, TextLine last)
    {
        if (last.Start >= reading.Zone[^1].End)
        {
            return true;
        }

        for (var i = 0; i < reading.Zone.Count && reading.Zone[i].Start <= last.Start; i++)
        {
            var line = reading.Line(reading.Zone[i]);
            if (line.Length > LongestHeading || (!line.IsEmpty && line[^1] is '.' or '!' or '…' && !Segment.EndsWithInitial(line)))
            {
                return true;
            }
        }

        return false;
    }
}
