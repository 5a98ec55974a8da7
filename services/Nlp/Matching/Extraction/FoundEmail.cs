namespace Phase1.Nlp.Matching;

/// <summary>An address of the text, where it stands, and whether that is the body (neither header zone nor last lines).</summary>
sealed record FoundEmail(EmailAddress Address, int Start, int End, bool InBody);
