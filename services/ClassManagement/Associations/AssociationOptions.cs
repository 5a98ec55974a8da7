using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

sealed class AssociationOptions : IValidatedOptions
{
    /// <summary>How long the teacher has, counted from the suggestions.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(24);

    public TimeSpan MonitorInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many sets one turn of the monitor handles before it looks up again.</summary>
    public int MonitorBatchSize { get; set; } = 50;

    /// <summary>When to remind, counted from the start of the time; null = after 12 and 22 hours.</summary>
    public TimeSpan[]? ReminderOffsets { get; set; }

    /// <summary>How late suggestions may be before the teacher is called without them.</summary>
    public TimeSpan SuggestionGrace { get; set; } = TimeSpan.FromMinutes(30);

    public string PlaceholderDomain { get; set; } = "students.invalid";

    /// <summary>The reminders that fall before the deadline, in order.</summary>
    internal IReadOnlyList<TimeSpan> Reminders =>
        [.. (ReminderOffsets ?? [TimeSpan.FromHours(12), TimeSpan.FromHours(22)]).Where(offset => offset < Timeout).Distinct().Order()];

    public IEnumerable<string> Validate()
    {
        if (Timeout < TimeSpan.FromMinutes(1) || Timeout > TimeSpan.FromDays(365))
        {
            yield return "Timeout must be from one minute to 365 days.";
        }
        if (MonitorInterval < TimeSpan.FromMilliseconds(100) || MonitorInterval > TimeSpan.FromHours(1))
        {
            yield return "MonitorInterval must be from 100 milliseconds to one hour.";
        }
        if (MonitorBatchSize is < 1 or > 10_000)
        {
            yield return "MonitorBatchSize must be from 1 to 10000.";
        }
        if (ReminderOffsets?.Any(offset => offset <= TimeSpan.Zero) == true)
        {
            yield return "ReminderOffsets must be longer than nothing.";
        }
        if (SuggestionGrace <= TimeSpan.Zero || SuggestionGrace > TimeSpan.FromDays(365))
        {
            yield return "SuggestionGrace must be longer than nothing and at most 365 days.";
        }
        if (PlaceholderDomain.Length > 200 || Uri.CheckHostName(PlaceholderDomain) != UriHostNameType.Dns)
        {
            yield return "PlaceholderDomain must be a domain name.";
        }
    }
}
