namespace Phase1.Nlp.Matching;

/// <summary>
/// Lines that a name on the next line completes: "Tack till", "Photo by", "I samarbete med". It is the writer's only where the line says that the
/// writer made the text: "Skriven av", "An essay by". Longer lines are titles: "Words to Live By".
/// </summary>
static class OpenPhrases
{
    const int MostWords = 3;

    static readonly WordSet Directions = new("to till with med");
    static readonly WordSet Purposes = new("for för");
    static readonly WordSet Makers = new("by av");

    static readonly WordSet OwnWork = new(
        """
        written skriven skrivet skrivna submitted inlämnad inlämnat inskickad inskickat made gjord gjort created composed author authored författad
        författat essay essays uppsats uppsatsen text texten story berättelse berättelsen novel novell novellen poem dikt dikten letter brev brevet
        article artikel artikeln krönika krönikan insändare report rapport rapporten speech tal talet work arbete arbetet assignment uppgift
        """
    );

    public static bool Is(ReadOnlySpan<char> line)
    {
        var phrase = line.TrimEnd(" :=");
        var before = phrase[..(phrase.LastIndexOf(' ') + 1)];
        var last = phrase[before.Length..];
        var words = phrase.Count(' ') + 1;
        return words <= MostWords
            && (
                Directions.Contains(last)
                || (Purposes.Contains(last) && words < MostWords)
                || (Makers.Contains(last) && words > 1 && !OwnWork.Contains(LastWord(before)))
            )
            && !LineKeywords.IsOwnPhrase(phrase);
    }

    static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(' ');
        return text[(text.LastIndexOf(' ') + 1)..];
    }
}
