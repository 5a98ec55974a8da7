namespace Phase1.Portal.Words;

/// <summary>Texts about what language models write for teachers, and about what waits in Tickets beside a batch.</summary>
interface IFeedbackWords
{
    string Feedback { get; }
    string FeedbackMeaning { get; }
    string ReadFeedback { get; }
    string FeedbackRuns { get; }
    string FeedbackCancelled { get; }
    string FeedbackNotYet { get; }
    string Strengths { get; }
    string Improvements { get; }
    string LanguagePoints { get; }
    string NextStep { get; }
    string NameAuthors { get; }

    string FeedbackCount(int done, int total);

    string FeedbackFailures(int failed);

    /// <param name="reason">What a parked run waits for, by its code.</param>
    string FeedbackWaits(string reason);

    string FeedbackGoesOn(string at);

    /// <param name="code">Why an essay has none.</param>
    string FeedbackFault(string code);

    string ReviewOpen(int essays);

    string UnknownAuthors(int essays);
}
