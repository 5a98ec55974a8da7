namespace Phase1.Nlp.Matching;

/// <summary>Blanks the name of the person to whom a letter goes, who stands in its head as well: "Malin Nyqvist, Storgatan 1 ... Dear Malin,".</summary>
static class Addressees
{
    public static void Blank(EssayReading reading)
    {
        for (var i = 0; i < reading.Zone.Count; i++)
        {
            var line = reading.Line(reading.Zone[i]);
            var addressee =
                SalutationLine.IsGreeting(line) ? line[LineKeywords.Salutation.Opening(line)..]
                : RoleKeywords.Addressee.TryValue(line, ":=", out var value) ? value
                : [];
            for (var j = 0; j < reading.Zone.Count && !addressee.IsEmpty; j++)
            {
                var other = reading.Line(reading.Zone[j]);
                if (j != i && !LineKeywords.IsLabel(other) && People.IsOn(reading, j) && People.ShareWord(addressee, other))
                {
                    reading.Blank(j);
                }
            }
        }
    }
}
