namespace Phase1.Nlp.Matching;

/// <summary>What reading may know about the names of the class.</summary>
interface IPupilNames
{
    /// <summary>Whether the text is a pupil's name in a form of the roster: in either order, or as the legal name.</summary>
    bool Has(ReadOnlySpan<char> text);

    /// <summary>Whether the word stands in a pupil's name.</summary>
    bool HasWord(ReadOnlySpan<char> word);
}
