using Phase1.Events;
using Phase1.Portal.Notifications;

namespace Phase1.Portal.Words;

/// <summary>Texts about what a teacher is told, what has happened, and whether the page is current.</summary>
interface INotificationWords
{
    string Notifications { get; }
    string NoNotifications { get; }
    string MarkRead { get; }
    string MarkAllRead { get; }
    string NotConnected { get; }
    string NewVersion { get; }
    string OpenAnew { get; }
    string Timeline { get; }
    string Details { get; }
    string StartWork { get; }

    string Unread(int unread, int actionRequired);

    /// <summary>By its type. Types of producers outside the suite are any.</summary>
    string Notification(NotificationLine line);

    /// <summary>What happened, by its topic.</summary>
    string Happened(string topic, int count);

    string LedTo(string statuses);

    string PipelineName(string name);

    string PhaseInWords(Phase phase);
}
