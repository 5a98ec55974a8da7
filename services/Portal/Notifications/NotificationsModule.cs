namespace Phase1.Portal.Notifications;

/// <summary>What a teacher has been told.</summary>
static class NotificationsModule
{
    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetNotificationsEndpoint.Map(routes);
        GetNotificationBarEndpoint.Map(routes);
        MarkNotificationsReadEndpoint.Map(routes);
    }
}
