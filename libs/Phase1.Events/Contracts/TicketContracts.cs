using System.Buffers;
using System.Text.Json.Nodes;

namespace Phase1.Events;

static class TicketContracts
{
    const int IdLength = 64;

    static readonly SearchValues<char> IdCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    static readonly SearchValues<char> SopCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    static readonly Action<JsonObject> DescribeId = SchemaKeywords.Length(1, IdLength) + SchemaKeywords.Pattern("^[A-Za-z0-9-]+$");

    static readonly Action<JsonObject> DescribeSop = SchemaKeywords.Length(1, ContractLimits.Code) + SchemaKeywords.Pattern("^[A-Z_]+$");

    public static Contract<TicketOpened> TicketOpened { get; } =
        new Contract<TicketOpened>()
            .TicketId(fact => fact.TicketId)
            .Sop(fact => fact.Sop)
            .Code("ticket_type", fact => fact.TicketType)
            .Between("priority", fact => fact.Priority, 1, 10);

    public static Contract<TicketClosed> TicketClosed { get; } =
        new Contract<TicketClosed>()
            .TicketId(fact => fact.TicketId)
            .Sop(fact => fact.Sop)
            .Code("outcome", fact => fact.Outcome)
            .Identity("closed_by", fact => fact.ClosedBy);

    public static Contract<TicketDeadlineApproaching> TicketDeadlineApproaching { get; } =
        new Contract<TicketDeadlineApproaching>().TicketId(fact => fact.TicketId).Sop(fact => fact.Sop);

    public static Contract<TicketDecisionMade> TicketDecisionMade { get; } =
        new Contract<TicketDecisionMade>()
            .TicketId(fact => fact.TicketId)
            .Sop(fact => fact.Sop)
            .Text("reference", fact => fact.Reference, ContractLimits.Id)
            .Code("decision", fact => fact.Decision)
            .Identity("decided_by", fact => fact.DecidedBy)
            .Object("values", fact => fact.Values);

    /// <summary>The id of a ticket.</summary>
    public static Contract<T> TicketId<T>(this Contract<T> contract, Func<T, string?> get)
        where T : class =>
        contract.Must("ticket_id", $"1..{IdLength} of A-Z a-z 0-9 -", fact => Has(get(fact), IdLength, IdCharacters), DescribeId);

    static Contract<T> Sop<T>(this Contract<T> contract, Func<T, string?> get)
        where T : class =>
        contract.Must("sop", $"1..{ContractLimits.Code} of A-Z _", fact => Has(get(fact), ContractLimits.Code, SopCharacters), DescribeSop);

    static bool Has(string? text, int longest, SearchValues<char> characters) =>
        text is null || (text.Length > 0 && text.Length <= longest && !text.AsSpan().ContainsAnyExcept(characters));
}
