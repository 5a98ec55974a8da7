using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>How urgent a notification is.</summary>
[JsonConverter(typeof(SnakeCaseEnum<NotificationPriority>))]
public enum NotificationPriority
{
    /// <summary>Shown above everything.</summary>
    Critical,

    /// <summary>Shown at once.</summary>
    Immediate,

    /// <summary>Needs attention.</summary>
    High,

    /// <summary>Information.</summary>
    Standard,

    /// <summary>Background.</summary>
    Low,
}
