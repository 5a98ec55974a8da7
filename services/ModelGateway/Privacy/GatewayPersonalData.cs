using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Privacy;

/// <summary>What the gateway holds about a student: that a language model was asked about an essay. What was sent is kept nowhere.</summary>
sealed class GatewayPersonalData : IPersonalData
{
    const string IsOwn = "essay_id = any(@essays)";

    static readonly IReadOnlyList<PersonalTable> All =
    [
        new("llm_usage", "that a model was asked about an essay, when and what for; what it cost stays")
        {
            Collect =
                $"select request_id, batch_id, essay_id, provider, model_id, task_type, caller, outcome, occurred_at from llm_usage where {IsOwn}",
            Erase = [$"update llm_usage set essay_id = null, batch_id = null, user_id = null where {IsOwn}"],
            Remains = [$"select count(*) from llm_usage where {IsOwn}"],
        },
        new("reservations", "the same, while the model is being asked")
        {
            Blockers = [new(PersonalBlocker.CallInProgress, $"select expires_at from reservations where {IsOwn}")],
            Remains = [$"select count(*) from reservations where {IsOwn}"],
        },
        PersonalTable.Nothing("alert_configs"),
        PersonalTable.Nothing("budget_alerts"),
        PersonalTable.Nothing("budget_periods"),
        PersonalTable.Nothing("budgets"),
        PersonalTable.Nothing("catalogue_versions"),
        PersonalTable.Nothing("cost_discrepancies"),
        PersonalTable.Nothing("llm_attempts"),
        PersonalTable.Nothing("llm_models"),
        PersonalTable.Nothing("llm_prices"),
        PersonalTable.Nothing("llm_routes"),
        PersonalTable.Nothing("provider_health"),
        PersonalTable.Nothing("reservation_meters"),
        PersonalTable.Nothing("workspaces"),
    ];

    public IReadOnlyList<PersonalTable> Tables => All;
}
