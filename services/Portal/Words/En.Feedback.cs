namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Feedback => "Feedback";
    public string FeedbackMeaning =>
        "A language model has written it, without knowing a name. It gives no grade. Read it before you use it.";
    public string ReadFeedback => "Read the feedback";
    public string FeedbackRuns => "The rest is being written.";
    public string FeedbackCancelled => "It was stopped with the batch.";
    public string FeedbackNotYet => "Nothing has been written yet.";
    public string Strengths => "What is good";
    public string Improvements => "What can be better";
    public string LanguagePoints => "Language";
    public string NextStep => "To try next";
    public string NameAuthors => "Name the authors";

    public string FeedbackCount(int done, int total) => $"Feedback on {done} of {total} essays is written.";

    public string FeedbackFailures(int failed) => failed == 1 ? "On 1 there will be none." : $"On {failed} there will be none.";

    public string FeedbackWaits(string reason) =>
        reason switch
        {
            "budget_exceeded" => "The rest waits: the school's money for it is spent. An administrator can raise the limit.",
            "quota_exceeded" => "The rest waits: the school's share of what may be asked is used up. An administrator can raise the limit.",
            _ => "The rest waits: no language model can be asked just now.",
        };

    public string FeedbackGoesOn(string at) => $"It goes on by itself {at}, or when the limit is raised.";

    public string FeedbackFault(string code) =>
        code switch
        {
            "TEXT_UNAVAILABLE" or "TEXT_EMPTY" => "There is no text to read.",
            "TEXT_TOO_LONG" => "The text is too long.",
            "MASKING_UNAVAILABLE" => "The names of the class could not be fetched, and without them no text leaves Phase1.",
            "NO_PROVIDER" => "No language model answered in time.",
            _ => "The language model gave no usable answer.",
        };

    public string ReviewOpen(int essays) => essays == 1 ? "1 text needs a closer look." : $"{essays} texts need a closer look.";

    public string UnknownAuthors(int essays) =>
        essays == 1 ? "The deadline bound 1 text to the unknown student." : $"The deadline bound {essays} texts to the unknown student.";
}
