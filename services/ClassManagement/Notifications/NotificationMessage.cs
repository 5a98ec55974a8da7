using System.Text.Json;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

/// <summary>The data of a browser message: the producer's payload, and beside it what every notification has.</summary>
static class NotificationMessage
{
    internal static Dictionary<string, JsonElement> Of(Notification notification)
    {
        var data = notification.Payload.EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        Add("notification_id", notification.NotificationId);
        Add("category", notification.Category);
        Add("priority", notification.Priority);
        Add("action_required", notification.ActionRequired);
        Add("deadline", notification.DeadlineAt);
        Add("batch_id", notification.BatchId);
        Add("class_id", notification.ClassId);
        Add("correlation_id", notification.CorrelationId);
        Add("timestamp", notification.CreatedAt);
        return data;

        void Add<T>(string name, T value) => data[name] = JsonSerializer.SerializeToElement(value, Phase1Json.Options);
    }
}
