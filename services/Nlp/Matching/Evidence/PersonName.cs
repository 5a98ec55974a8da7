using Phase1.ServiceDefaults.Text;

namespace Phase1.Nlp.Matching;

/// <summary>Where a name was found.</summary>
enum NameSource
{
    Label,
    DateLine,
    FirstLine,
    HeaderLine,
    NearEmail,
    EmailLocalPart,
    Salutation,
    FileName,
}

/// <summary>A name found in a text or file name, in normalised spelling and first-to-last order.</summary>
sealed class PersonName
{
    readonly string[] spellings = new string[8];
    readonly LcsPattern?[] patterns = new LcsPattern?[8];

    public PersonName(string text, NameSource source)
    {
        Text = text;
        Source = source;
        Form = TextNormalizer.ComparisonForm(text);
        Tokens = NameTokens.Of(Form, []);
        MiddleInitials = [.. Tokens.Folded.Skip(1).SkipLast(1).Where(token => token.Length == 1)];
        Changing = NameSpelling.Changing(Form, SpellingStyle.SortedTokens | SpellingStyle.HyphensAsBlanks | SpellingStyle.Folded);
    }

    public string Text { get; }

    public NameSource Source { get; }

    public string Form { get; }

    public NameTokens Tokens { get; }

    /// <summary>Single letters between the first and the last token, folded.</summary>
    public string[] MiddleInitials { get; }

    /// <summary>The spelling styles that make a difference for this name.</summary>
    public SpellingStyle Changing { get; }

    public bool IsIndirect => Source is NameSource.Salutation or NameSource.EmailLocalPart;

    public LcsPattern Pattern(SpellingStyle style) =>
        patterns[(int)style] ??= new LcsPattern(spellings[(int)style] ??= NameSpelling.Write(Form, style));
}
