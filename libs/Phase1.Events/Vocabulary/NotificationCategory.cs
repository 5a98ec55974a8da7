using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>The subject of a notification.</summary>
[JsonConverter(typeof(SnakeCaseEnum<NotificationCategory>))]
public enum NotificationCategory
{
    /// <summary>A batch moved on.</summary>
    BatchProgress,

    /// <summary>Results are there.</summary>
    ProcessingResults,

    /// <summary>Files came in.</summary>
    FileOperations,

    /// <summary>Classes and students.</summary>
    ClassManagement,

    /// <summary>Linking essays to students.</summary>
    StudentWorkflow,

    /// <summary>Something went wrong.</summary>
    SystemAlerts,
}
