using System.Text.RegularExpressions;

namespace Phase1.Events;

static partial class ModelContracts
{
    const int Workspace = 260;
    const int Model = 100;
    const int Currency = 3;
    const string AmountPattern = "^[0-9]{1,18}([.][0-9]{1,10})?$";

    public static Contract<LlmCostRecorded> LlmCostRecorded { get; } =
        new Contract<LlmCostRecorded>()
            .Between("attempts", fact => fact.Attempts, 0)
            .Text("workspace_id", fact => fact.WorkspaceId, Workspace)
            .Identity("user_id", fact => fact.UserId)
            .Text("caller", fact => fact.Caller, Identities.Longest)
            .Code("task_type", fact => fact.TaskType)
            .Text("provider", fact => fact.Provider, Model)
            .Text("model_id", fact => fact.ModelId, Model)
            .Between("input_tokens", fact => fact.InputTokens, 0)
            .Between("output_tokens", fact => fact.OutputTokens, 0)
            .Amount("cost_input", fact => fact.CostInput)
            .Amount("cost_output", fact => fact.CostOutput)
            .Amount("cost_request", fact => fact.CostRequest)
            .Amount("cost_total", fact => fact.CostTotal)
            .Text("currency", fact => fact.Currency, Currency, Currency)
            .Code("pricing_source", fact => fact.PricingSource)
            .Code("zero_reason", fact => fact.ZeroReason)
            .Code("outcome", fact => fact.Outcome);

    public static Contract<LlmBudgetThresholdReached> LlmBudgetThresholdReached { get; } =
        new Contract<LlmBudgetThresholdReached>()
            .Text("workspace_id", fact => fact.WorkspaceId, Workspace)
            .Code("scope_type", fact => fact.ScopeType)
            .Text("scope_id", fact => fact.ScopeId, Workspace)
            .Code("unit", fact => fact.Unit)
            .Code("period", fact => fact.Period)
            .Text("period_key", fact => fact.PeriodKey, 10)
            .Between("limit_version", fact => fact.LimitVersion, 0)
            .Code("threshold", fact => fact.Threshold)
            .Amount("percent", fact => fact.Percent)
            .Amount("spent", fact => fact.Spent)
            .Amount("limit_amount", fact => fact.LimitAmount)
            .Text("currency", fact => fact.Currency, Currency, Currency)
            .Code("severity", fact => fact.Severity);

    public static Contract<LlmBudgetChanged> LlmBudgetChanged { get; } =
        new Contract<LlmBudgetChanged>()
            .Text("workspace_id", fact => fact.WorkspaceId, Workspace)
            .Code("scope_type", fact => fact.ScopeType)
            .Text("scope_id", fact => fact.ScopeId, Workspace)
            .Text("period_key", fact => fact.PeriodKey, 10)
            .Amount("limit_amount", fact => fact.LimitAmount)
            .Between("limit_version", fact => fact.LimitVersion, 0)
            .Identity("changed_by", fact => fact.ChangedBy)
            .Code("reason_code", fact => fact.ReasonCode);

    public static Contract<LlmCostTrackingFailed> LlmCostTrackingFailed { get; } =
        new Contract<LlmCostTrackingFailed>()
            .Text("workspace_id", fact => fact.WorkspaceId, Workspace)
            .Code("code", fact => fact.Code)
            .Code("severity", fact => fact.Severity)
            .Amount("amount", fact => fact.Amount);

    public static Contract<LlmCostAnomaly> LlmCostAnomaly { get; } =
        new Contract<LlmCostAnomaly>()
            .Text("workspace_id", fact => fact.WorkspaceId, Workspace)
            .Code("task_type", fact => fact.TaskType)
            .Amount("cost_total", fact => fact.CostTotal)
            .Amount("average", fact => fact.Average)
            .Amount("factor", fact => fact.Factor)
            .Code("class", fact => fact.Class);

    public static Contract<LlmProviderHealthChanged> LlmProviderHealthChanged { get; } =
        new Contract<LlmProviderHealthChanged>()
            .Text("provider", fact => fact.Provider, Model)
            .Code("from", fact => fact.From)
            .Code("to", fact => fact.To)
            .Code("circuit_state", fact => fact.CircuitState)
            .Code("reason", fact => fact.Reason)
            .Between("http_status", fact => fact.HttpStatus, 100, 599);

    // As text: a reader that takes numbers for floating ones would not lose the tenth decimal.
    static Contract<T> Amount<T>(this Contract<T> contract, string field, Func<T, string?> get)
        where T : class =>
        contract.Must(
            field,
            "a decimal of at least 0, with at most ten decimals",
            value => get(value) is not { } text || Amounts().IsMatch(text),
            SchemaKeywords.Pattern(AmountPattern)
        );

    [GeneratedRegex(AmountPattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Amounts();
}
