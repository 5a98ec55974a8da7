namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string Feedback => "Återkoppling";
    public string FeedbackMeaning =>
        "En språkmodell har skrivit den, utan att känna till något namn. Den sätter inget betyg. Läs den innan du använder den.";
    public string ReadFeedback => "Läs återkopplingen";
    public string FeedbackRuns => "Resten skrivs.";
    public string FeedbackCancelled => "Den stoppades med bunten.";
    public string FeedbackNotYet => "Inget är skrivet än.";
    public string Strengths => "Det som är bra";
    public string Improvements => "Det som kan bli bättre";
    public string LanguagePoints => "Språk";
    public string NextStep => "Att prova härnäst";
    public string NameAuthors => "Ange vem som skrev";

    public string FeedbackCount(int done, int total) => $"Återkoppling på {done} av {total} texter är skriven.";

    public string FeedbackFailures(int failed) => $"På {failed} blir det ingen.";

    public string FeedbackWaits(string reason) =>
        reason switch
        {
            "budget_exceeded" => "Resten väntar: skolans pengar för det är slut. En administratör kan höja gränsen.",
            "quota_exceeded" => "Resten väntar: skolans andel av vad som får frågas är förbrukad. En administratör kan höja gränsen.",
            _ => "Resten väntar: ingen språkmodell kan frågas just nu.",
        };

    public string FeedbackGoesOn(string at) => $"Det fortsätter av sig självt {at}, eller när gränsen höjs.";

    public string FeedbackFault(string code) =>
        code switch
        {
            "TEXT_UNAVAILABLE" or "TEXT_EMPTY" => "Det finns ingen text att läsa.",
            "TEXT_TOO_LONG" => "Texten är för lång.",
            "MASKING_UNAVAILABLE" => "Klassens namn kunde inte hämtas, och utan dem lämnar ingen text Phase1.",
            "NO_PROVIDER" => "Ingen språkmodell svarade i tid.",
            _ => "Språkmodellen gav inget svar som går att använda.",
        };

    public string ReviewOpen(int essays) => essays == 1 ? "1 text behöver granskas närmare." : $"{essays} texter behöver granskas närmare.";

    public string UnknownAuthors(int essays) =>
        essays == 1 ? "Tidsgränsen band 1 text till den okända eleven." : $"Tidsgränsen band {essays} texter till den okända eleven.";
}
