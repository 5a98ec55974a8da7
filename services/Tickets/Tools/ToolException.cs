using System.Globalization;

namespace Phase1.Tickets.Tools;

/// <summary>A call that a tool refuses, with the text of its answer.</summary>
class ToolException(string error) : Exception(error);

/// <summary>A deferral beyond a deadline that binds.</summary>
sealed class DeadlineException(DateTimeOffset deadline)
    : ToolException(
        $"Deferral beyond the deadline {deadline.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}"
    );
