using Phase1.Messaging.Background;

namespace Phase1.ClassManagement.Notifications;

/// <summary>Wakes the streams of this process when something has been stored. A missed wake-up costs one turn of a stream, never a notification.</summary>
sealed class NotificationSignal : WakeSignal;
