namespace Phase1.ClassManagement.Notifications;

static class NotificationRoom
{
    internal static void AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<NotificationSignal>();
        services.AddSingleton<NotificationConnections>();
        services.AddHostedService<NotificationRetention>();
    }

    internal static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        ListNotifications.Map(routes);
        ReadNotification.Map(routes);
        StreamNotifications.Map(routes);
    }
}
