using System.Globalization;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>What a school allows language models, spends on them and may spend, of the Model Gateway.</summary>
sealed class ModelsClient(HttpClient http)
{
    const string Day = "yyyy-MM-dd";

    internal async Task<IReadOnlyList<BudgetDocument>> BudgetsAsync(CancellationToken cancellationToken) =>
        (await http.AskAsync<ListDocument<BudgetDocument>>("v1/budgets?limit=200", cancellationToken)).Items;

    internal Task<BudgetDocument> BudgetAsync(Guid budgetId, CancellationToken cancellationToken) =>
        http.AskAsync<BudgetDocument>($"v1/budgets/{budgetId}", cancellationToken);

    /// <summary>How far a budget has come; empty where it counts single calls.</summary>
    internal Task<IReadOnlyList<MeterDocument>> MeterAsync(Guid budgetId, CancellationToken cancellationToken) =>
        http.AskAsync<IReadOnlyList<MeterDocument>>($"v1/budgets/{budgetId}/status", cancellationToken);

    /// <summary>How far all budgets of the school have come.</summary>
    internal Task<IReadOnlyList<MeterDocument>> MetersAsync(Person person, CancellationToken cancellationToken) =>
        http.AskAsync<IReadOnlyList<MeterDocument>>($"{SchoolOf(person)}/quota", cancellationToken);

    /// <summary>The shares of budgets that have been reached, the latest first.</summary>
    internal Task<IReadOnlyList<AlertDocument>> AlertsAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        http.AskAsync<IReadOnlyList<AlertDocument>>(
            $"v1/budget-alerts?from={Uri.EscapeDataString(from.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))}",
            cancellationToken
        );

    internal Task<UsageDocument> UsageAsync(Person person, string group, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        http.AskAsync<UsageDocument>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{SchoolOf(person)}/usage?group={Uri.EscapeDataString(group)}&from={from.ToString(Day, CultureInfo.InvariantCulture)}&to={to.ToString(Day, CultureInfo.InvariantCulture)}"
            ),
            cancellationToken
        );

    internal Task<PolicyDocument> PolicyAsync(Person person, CancellationToken cancellationToken) =>
        http.AskAsync<PolicyDocument>($"{SchoolOf(person)}/policy", cancellationToken);

    /// <summary>How the providers are, as the gateway knows.</summary>
    internal Task<ProvidersDocument> ProvidersAsync(CancellationToken cancellationToken) =>
        http.AskAsync<ProvidersDocument>("v1/llm/health", cancellationToken);

    /// <summary>The same, after all of them have been asked now.</summary>
    internal async Task<ProvidersDocument> CheckAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(new Uri("v1/llm/health/check", UriKind.Relative), null, cancellationToken);
        return await answer.ReadAsync<ProvidersDocument>(cancellationToken);
    }

    internal async Task ChangePolicyAsync(Person person, PolicyBody policy, CancellationToken cancellationToken)
    {
        using var answer = await http.PutAsJsonAsync(
            new Uri($"{SchoolOf(person)}/policy", UriKind.Relative),
            policy,
            Phase1Json.Options,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    /// <param name="key">The same for the same form: a form that is sent twice makes one budget.</param>
    /// <param name="budget">What it is for, and its limit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task CreateAsync(string key, BudgetBody budget, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("v1/budgets", UriKind.Relative))
        {
            Content = JsonContent.Create(budget, options: Phase1Json.Options),
        };
        request.Headers.Add(HeaderNames.IdempotencyKey, key);
        using var answer = await http.SendAsync(request, cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    /// <summary>Raises the limit of one period alone. The same again changes nothing.</summary>
    internal async Task RaiseAsync(Guid budgetId, string period, decimal limit, string reason, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri($"v1/budgets/{budgetId}/override", UriKind.Relative),
            new Raise(period, limit, reason),
            Phase1Json.Options,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    /// <summary>Has a budget count no longer; what was spent of it stays known.</summary>
    internal async Task EndAsync(Guid budgetId, CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync(new Uri($"v1/budgets/{budgetId}", UriKind.Relative), cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    // As the gateway itself names the workspace of whoever asks: a school, or a teacher without one.
    static string SchoolOf(Person person) =>
        $"v1/workspaces/{Uri.EscapeDataString(person.OrgId is { Length: > 0 } school ? $"org:{school}" : $"user:{person.UserId}")}";

    sealed record Raise(string PeriodKey, decimal LimitAmount, string Reason);
}
