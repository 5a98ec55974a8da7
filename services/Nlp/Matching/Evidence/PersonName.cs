using Phase1.Text;

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

    /// <summary>A language model has read it in the header.</summary>
    Model,
}

/// <summary>A name found in a text or file name, in normalised spelling and first-to-last order.</summary>
sealed class PersonName
{
    NameSpelling? _spelling;

    public PersonName(string text, NameSource source)
    {
        Text = text;
        Source = source;
        Form = TextNormalizer.ComparisonForm(text);
        Tokens = NameTokens.Of(Form, []);
        HasMiddleInitials =
            Tokens.Initials.Length > 0 && Tokens.Folded is [_, .. var middle, _] && Array.Exists(middle, NameTokens.IsInitial);
    }

    public string Text { get; }

    public NameSource Source { get; }

    public string Form { get; }

    public NameTokens Tokens { get; }

    /// <summary>Whether single letters stand between the first and the last token.</summary>
    public bool HasMiddleInitials { get; }

    public bool IsIndirect => Source is NameSource.Salutation or NameSource.EmailLocalPart;

    public NameSpelling Spelling => _spelling ??= new NameSpelling(Form);
}
