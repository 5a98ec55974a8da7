namespace Phase1.Nlp.Matching;

/// <summary>What reading may know about the names of the class.</summary>
interface IStudentNames
{
    /// <summary>Whether the text is a student's name in a form of the roster: in either order, or as the legal name.</summary>
    bool Has(ReadOnlySpan<char> text);

    /// <summary>Whether the word stands in a student's name.</summary>
    bool HasWord(ReadOnlySpan<char> word);
}
