using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Budgets;

/// <summary>An administrator names a higher limit, or says no. The gateway raises it when it reads the record of the decision.</summary>
sealed class BudgetDecisions : IDecisionRule
{
    internal const string Approve = "approve";
    internal const string Reject = "reject";

    const string NewLimit = "new_limit";
    const decimal Largest = 1_000_000_000m;
    const int Decimals = 10;

    public string Sop => Procedures.BudgetOverride.Name;

    public Task<DecisionEffect> DecideAsync(
        Ticket ticket,
        Stage stage,
        string decision,
        JsonObject? data,
        CancellationToken cancellationToken
    )
    {
        if (decision == Reject)
        {
            return data is null
                ? Task.FromResult(new DecisionEffect(Status: TicketStatus.Cancelled, Outcome: "rejected"))
                : throw ProblemException.Validation("data", "This decision takes no data.");
        }
        var text = LimitIn(ticket, data).ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(
            new DecisionEffect(new JsonObject { [NewLimit] = text })
            {
                Values = new Dictionary<string, string>(StringComparer.Ordinal) { [NewLimit] = text },
            }
        );
    }

    static decimal LimitIn(Ticket ticket, JsonObject? data)
    {
        var given = data?[NewLimit] ?? throw ProblemException.Missing($"data.{NewLimit}");
        var limit =
            given is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
                ? AmountIn(given.ToString())
                : null;
        if (limit is not { } amount || amount > Largest || amount.Scale > Decimals)
        {
            throw ProblemException.Validation(
                $"data.{NewLimit}",
                $"A limit is a number up to {Largest}, with at most {Decimals} decimals."
            );
        }
        return amount > (AmountIn((string?)ticket.Metadata[BudgetTickets.LimitAmount]) ?? 0)
            ? amount
            : throw ProblemException.Validation($"data.{NewLimit}", "The limit is that already, or higher.");
    }

    static decimal? AmountIn(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
