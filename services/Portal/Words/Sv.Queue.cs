namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string Tickets => "Ärenden";
    public string Ticket => "Ärende";
    public string NoTickets => "Inget väntar på en människa.";
    public string WaitsForWhom => "Väntar på";
    public string WaitsForItself => "nästa steg";
    public string DiscardAll => "Kasta alla";
    public string RedriveTicketMeaning => "Alla körs om, i ditt namn. När ingen är kvar avslutas ärendet av sig självt.";
    public string DiscardTicketMeaning => "Varför. Det de skulle ha gjort görs aldrig; det som väntar bakom dem går vidare.";
    public string Providers => "Modelleverantörer";
    public string Provider => "Leverantör";
    public string Failures => "Fel i rad";
    public string LastError => "Senaste fel";
    public string NotBefore => "Inte före";
    public string AnswersIn => "Svarar på";
    public string ModelsOfProvider => "Modeller";
    public string LeftAlone => "(lämnas i fred en stund)";
    public string CheckNow => "Fråga alla nu";

    public string FailedMessages(long count, string service) =>
        count == 1 ? $"1 misslyckat meddelande i {service}" : $"{count} misslyckade meddelanden i {service}";

    public string TicketKind(string sop) =>
        sop switch
        {
            "ASSOCIATION_REVIEW" => "Granskning av vem som skrev",
            "UNKNOWN_STUDENT" => "Texter av den okända eleven",
            "BUDGET_OVERRIDE" => "En budget som är slut",
            _ => "Begäran om en elevs uppgifter",
        };

    public string WaitsForPerson(string sop) =>
        sop switch
        {
            "ASSOCIATION_REVIEW" or "UNKNOWN_STUDENT" => "läraren",
            "BUDGET_OVERRIDE" => "en skoladministratör",
            "FAILED_MESSAGE" => "dig",
            _ => "ett dataskyddsombud",
        };

    public string ProvidersTogether(string status) =>
        status switch
        {
            "healthy" => "Alla leverantörer svarar.",
            "degraded" => "Några leverantörer svarar inte; de andra frågas i stället.",
            "unhealthy" => "Ingen leverantör svarar. Namn hittas med regler, och återkoppling väntar.",
            _ => "Ingen leverantör har frågats än.",
        };

    public string ProviderLevel(string status) =>
        status switch
        {
            "available" => "svarar",
            "degraded" => "misslyckas ibland",
            "unavailable" => "svarar inte",
            "rate_limited" => "vill frågas senare",
            "misconfigured" => "vägrar vår nyckel",
            _ => "inte frågad än",
        };
}
