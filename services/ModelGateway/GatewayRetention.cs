using Phase1.Messaging;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway;

/// <summary>How long the gateway keeps its rows. They name essays and batches by their ids alone, and outlive them: amounts are accounts.</summary>
static class GatewayRetention
{
    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new StandingTable("workspaces", "one for each school"),
        new StandingTable("llm_models", "as many as the operator names"),
        new StandingTable("llm_routes", "one for each task"),
        new StandingTable("llm_prices", "as long as calls may be explained by them"),
        new StandingTable("catalogue_versions", "three"),
        new StandingTable("budgets", "as long as its periods"),
        new StandingTable("budget_periods", "one a budget and period"),
        new StandingTable("reservations", "as long as the call is open, and then until the sweeper comes (Guard:ReservationLifetime)"),
        new PartTable("reservation_meters", "reservations"),
        new StandingTable("provider_health", "one for each provider"),
        new StandingTable("alert_configs", "as many as schools make"),
        Aged("llm_usage", "occurred_at"),
        new PartTable("cost_discrepancies", "llm_usage"),
        Aged("llm_attempts", "started_at"),
        Aged("budget_alerts", "created_at"),
    ];

    static AgedTable Aged(string table, string since) =>
        new(table, since, "Usage:KeptFor", services => services.GetRequiredService<UsageOptions>().KeptFor);
}
