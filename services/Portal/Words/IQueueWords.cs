namespace Phase1.Portal.Words;

/// <summary>Texts of operators about tickets, and about the providers of language models.</summary>
interface IQueueWords
{
    string Tickets { get; }
    string Ticket { get; }
    string NoTickets { get; }
    string WaitsForWhom { get; }
    string WaitsForItself { get; }
    string DiscardAll { get; }
    string RedriveTicketMeaning { get; }
    string DiscardTicketMeaning { get; }
    string Providers { get; }
    string Provider { get; }
    string Failures { get; }
    string LastError { get; }
    string NotBefore { get; }
    string AnswersIn { get; }
    string ModelsOfProvider { get; }
    string LeftAlone { get; }
    string CheckNow { get; }

    string FailedMessages(long count, string service);

    /// <param name="sop">The name of the procedure.</param>
    string TicketKind(string sop);

    /// <param name="sop">The name of the procedure.</param>
    string WaitsForPerson(string sop);

    string ProvidersTogether(string status);

    string ProviderLevel(string status);
}
