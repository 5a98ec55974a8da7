using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

static class NotificationModule
{
    internal static void AddNotifications(this IServiceCollection services)
    {
        services.AddValidatedOptions<RedisOptions>("Redis");
        services.AddSingleton<NotificationSignal>().AddSingleton<WakeUps>();
        services.AddHostedService(provider => provider.GetRequiredService<WakeUps>());
        services.AddSingleton<StreamPlaces>();
    }

    internal static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        ListNotificationsEndpoint.Map(routes);
        GetUnreadCountEndpoint.Map(routes);
        MarkNotificationReadEndpoint.Map(routes);
        MarkNotificationsReadEndpoint.Map(routes);
        StreamNotificationsEndpoint.Map(routes);
    }
}
