namespace Phase1.FileIntake.Extraction.Word;

/// <summary>What reading one .docx may take, with all documents embedded in it: its text is counted while it is read, and its parts are bounded.</summary>
sealed class WordAllowance(IntakeOptions limits)
{
    // Markup of 50,000 characters is a megabyte or two. A part is read through memory, where one text or attribute of it may stand whole.
    const int MostMarkupPerCharacter = 16;

    int _left = limits.MostText;

    public long MaxExpandedBytes => limits.MaxExpandedBytes;

    /// <summary>How long one part of a package may be.</summary>
    public long MaxPartBytes => Math.Min((long)limits.MostText * MostMarkupPerCharacter, MaxExpandedBytes);

    /// <summary>How long a web page may be that is embedded in it.</summary>
    public int MaxPageLength => limits.MostText;

    /// <summary>Takes so many characters of text.</summary>
    /// <exception cref="UnreadableFileException">There are too many.</exception>
    public void Take(int characters)
    {
        _left -= characters;
        if (_left < 0)
        {
            throw LengthRule.TooLong(limits);
        }
    }
}
