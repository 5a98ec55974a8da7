namespace Phase1.Nlp.Matching;

/// <summary>Blanks the name of the person to whom a letter goes, who stands in its head as well: "Malin Nyqvist, Storgatan 1 ... Dear Malin,".</summary>
static class Addressees
{
    const int MostWords = 4;

    public static void Blank(EssayReading reading)
    {
        for (var i = 0; i < reading.Zone.Count; i++)
        {
            var line = reading.Line(reading.Zone[i]);
            var addressee =
                SalutationLine.IsGreeting(line) ? Greeted(line[LineKeywords.Salutation.Opening(line)..])
                : RoleKeywords.Addressee.TryValue(line, ":=", out var value) ? value
                : [];
            for (var j = 0; j < reading.Zone.Count && !addressee.IsEmpty; j++)
            {
                var other = reading.Line(reading.Zone[j]);
                if (j != i && !LineKeywords.IsLabel(other) && IsName(reading, other) && People.ShareWord(addressee, other))
                {
                    reading.Blank(j);
                }
            }
        }
    }

    static bool IsName(EssayReading reading, ReadOnlySpan<char> line) =>
        reading.IsStudent(Segment.Trim(line)) || People.StartsWithName(line);

    /// <summary>Who is greeted before the first comma; "To sum up, ..." and longer ones are sentences, whose words are nobody's.</summary>
    static ReadOnlySpan<char> Greeted(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim(' ');
        var end = rest.IndexOfAny(",.!?:");
        rest = end >= 0 ? rest[..end] : rest;
        return rest.Count(' ') < MostWords ? rest : [];
    }
}
