using System.Text.Json;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>What the teacher has been told, of Class Management.</summary>
sealed class NotificationsClient(HttpClient http)
{
    /// <summary>The newest first.</summary>
    internal Task<ListDocument<NotificationDocument>> ListAsync(string? cursor, bool onlyUnread, CancellationToken cancellationToken) =>
        http.AskAsync<ListDocument<NotificationDocument>>(
            $"v1/notifications?limit=100{(onlyUnread ? "&unread=true" : "")}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}",
            cancellationToken
        );

    internal Task<UnreadDocument> CountAsync(CancellationToken cancellationToken) =>
        http.AskAsync<UnreadDocument>("v1/notifications/count", cancellationToken);

    internal async Task MarkReadAsync(Guid notificationId, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(
            new Uri($"v1/notifications/{notificationId}/read", UriKind.Relative),
            null,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    /// <summary>Marks one and all before it.</summary>
    internal async Task MarkReadUpToAsync(Guid notificationId, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("v1/notifications/read", UriKind.Relative),
            new Seen(notificationId),
            Phase1Json.Options,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    sealed record Seen(Guid UpTo);
}

/// <summary>A notification.</summary>
public sealed record NotificationDocument(
    Guid NotificationId,
    string Type,
    NotificationPriority Priority,
    JsonElement Payload,
    bool ActionRequired,
    DateTimeOffset? Deadline,
    Guid? BatchId,
    Guid? ClassId,
    DateTimeOffset Timestamp,
    DateTimeOffset? ReadAt
);

/// <summary>How many are not read, and how many of these ask for an act.</summary>
public sealed record UnreadDocument(int Unread, int ActionRequired);
