namespace Phase1.Feedback.Masking;

/// <summary>Who wrote an essay, as the class service says it. It stays in memory.</summary>
sealed record EssayAuthor(Guid EssayId, Guid StudentId, string FirstName, string LastName, string FullLegalName)
{
    // What stands in the place of an author whom nobody knows is no name.
    const string UnknownFirst = "UNKNOWN";
    const string UnknownLast = "STUDENT";

    internal bool IsKnown => (FirstName, LastName) != (UnknownFirst, UnknownLast);
}
