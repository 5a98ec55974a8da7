using System.Net.Http.Headers;
using System.Net.Http.Json;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Sends alerts to addresses of the configuration.</summary>
sealed class WebhookClient(HttpClient http, WebhookBook hooks)
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What an address is told: ids, codes and amounts. The same alert may come twice, under the same id.</summary>
    sealed record Message(
        Guid AlertId,
        string WorkspaceId,
        Guid BudgetId,
        string PeriodKey,
        int LimitVersion,
        MeterLevel Threshold,
        string Severity,
        decimal Percent,
        decimal Spent,
        decimal LimitAmount,
        DateTimeOffset CreatedAt
    );

    /// <summary>Whether the address has taken it; one that is configured no longer takes nothing.</summary>
    internal async Task<bool> SendAsync(BudgetAlert alert, CancellationToken cancellationToken)
    {
        if (!hooks.TryGetValue(alert.WebhookReference!, out var hook))
        {
            return false;
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url)
        {
            Content = JsonContent.Create(
                new Message(
                    alert.AlertId,
                    alert.WorkspaceId,
                    alert.BudgetId,
                    alert.PeriodKey,
                    alert.LimitVersion,
                    alert.Threshold,
                    AlertRules.SeverityOf(alert.Threshold),
                    alert.Percent,
                    alert.Spent,
                    alert.LimitAmount,
                    alert.CreatedAt
                ),
                options: Phase1Json.Options
            ),
        };
        request.Headers.Authorization = hook.Read() is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error)
            when (error is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
