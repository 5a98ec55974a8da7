namespace Phase1.Nlp.Matching;

/// <summary>An address of the text.</summary>
/// <param name="Address">What it says.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="InBody">Whether that is the body: neither the header zone nor the last lines.</param>
/// <param name="IsOwn">False below somebody else's name or a heading: then it confirms nobody, and still contradicts.</param>
sealed record FoundEmail(EmailAddress Address, int Start, int End, bool InBody, bool IsOwn = true)
{
    public bool MayConfirm => IsOwn && !InBody;
}
