namespace Phase1.Nlp.Matching;

/// <summary>A line that greets somebody: "Dear Rowan O'Dell,".</summary>
static class SalutationLine
{
    static readonly NamePieces Names = new(NameShape.Unlabelled);

    public static bool IsGreeting(ReadOnlySpan<char> line) =>
        LineKeywords.Salutation.Opening(line) is > 0 and var length && length < line.Length && line[length] is ' ' or ',' or '!';

    /// <summary>True when the line opens with a greeting and a word that may be a name; the addressee is empty when it is no full name.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out string addressee)
    {
        addressee = "";
        var length = LineKeywords.Salutation.Opening(line);
        if (length == 0 || length >= line.Length || line[length] != ' ')
        {
            return false;
        }

        var rest = line[(length + 1)..];
        if (LineCutter.Cut(line).HasDate)
        {
            return false;
        }

        addressee = Names.Read(rest, hasDate: false).Names is [var name, ..] ? name : "";
        return addressee.Length > 0 || NameWord.Is(rest.TrimEnd(" ,.!"));
    }
}
