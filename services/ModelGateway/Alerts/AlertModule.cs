using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Registers what tells people of budgets.</summary>
static class AlertModule
{
    internal static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services
            .AddHttpClient<WebhookClient>(client => client.Timeout = WebhookClient.Patience)
            // An address may hold a secret.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(
                static (handler, _) =>
                {
                    // A redirection would take alerts to an address that nobody has configured.
                    if (handler is SocketsHttpHandler sockets)
                    {
                        sockets.AllowAutoRedirect = false;
                    }
                }
            );
        return services
            .AddValidatedOptions<WebhookBook>("Webhooks")
            .AddSingleton<AlertLooks>()
            .AddScoped<AlertBook>()
            .AddSingleton<WebhookDelivery>()
            .AddHostedService(provider => provider.GetRequiredService<WebhookDelivery>());
    }

    internal static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        ListAlertsEndpoint.Map(routes);
        ListAlertConfigsEndpoint.Map(routes);
        StoreAlertConfigEndpoint.Map(routes);
    }
}
