namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Tickets => "Tickets";
    public string Ticket => "Ticket";
    public string NoTickets => "Nothing waits for a person.";
    public string WaitsForWhom => "Waits for";
    public string WaitsForItself => "its next step";
    public string DiscardAll => "Discard all of them";
    public string RedriveTicketMeaning => "All of them are run again, in your name. When none is left, the ticket ends by itself.";
    public string DiscardTicketMeaning => "Why. What they would have done is never done; what waits behind them goes on.";
    public string Providers => "Model providers";
    public string Provider => "Provider";
    public string Failures => "Failures in a row";
    public string LastError => "Last error";
    public string NotBefore => "Not before";
    public string AnswersIn => "Answers in";
    public string ModelsOfProvider => "Models";
    public string LeftAlone => "(left alone for a while)";
    public string CheckNow => "Ask all of them now";

    public string FailedMessages(long count, string service) =>
        count == 1 ? $"1 failed message of {service}" : $"{count} failed messages of {service}";

    public string TicketKind(string sop) =>
        sop switch
        {
            "ASSOCIATION_REVIEW" => "Review of authors",
            "UNKNOWN_STUDENT" => "Texts of the unknown student",
            "BUDGET_OVERRIDE" => "A budget that is spent",
            _ => "Request about a student's data",
        };

    public string WaitsForPerson(string sop) =>
        sop switch
        {
            "ASSOCIATION_REVIEW" or "UNKNOWN_STUDENT" => "the teacher",
            "BUDGET_OVERRIDE" => "a school administrator",
            "FAILED_MESSAGE" => "you",
            _ => "a privacy officer",
        };

    public string ProvidersTogether(string status) =>
        status switch
        {
            "healthy" => "All providers answer.",
            "degraded" => "Some providers do not answer; the others are asked instead.",
            "unhealthy" => "No provider answers. Names are found by rules, and feedback waits.",
            _ => "No provider has been asked yet.",
        };

    public string ProviderLevel(string status) =>
        status switch
        {
            "available" => "answers",
            "degraded" => "fails at times",
            "unavailable" => "does not answer",
            "rate_limited" => "wants to be asked later",
            "misconfigured" => "refuses our key",
            _ => "not asked yet",
        };
}
