using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

/// <summary>Section <c>Associations</c>: how long teachers have, and how the deadline monitor works.</summary>
sealed class AssociationOptions : IValidatedOptions
{
    /// <summary>How long the teacher has, counted from the suggestions.</summary>
    [TimeRange(AtLeast = "00:01:00", AtMost = "365.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often the deadline monitor looks for sets that are due.</summary>
    [TimeRange(AtLeast = "00:00:00.1", AtMost = "01:00:00")]
    public TimeSpan MonitorInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many due sets the monitor claims at once, and decides in one transaction.</summary>
    [Range(1, 10_000)]
    public int MonitorBatchSize { get; set; } = 50;

    /// <summary>When to remind, counted from the start of the time; when not set, after 12 and 22 hours.</summary>
    [TimeRange]
    public TimeSpan[]? ReminderOffsets { get; set; }

    /// <summary>How late suggestions may be before the teacher is called without them.</summary>
    [TimeRange(AtMost = "365.00:00:00")]
    public TimeSpan SuggestionGrace { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The domain of the UNKNOWN students' e-mail addresses.</summary>
    public string PlaceholderDomain { get; set; } = "students.invalid";

    /// <summary>The reminders that fall before the deadline, in order.</summary>
    internal IReadOnlyList<TimeSpan> Reminders =>
        [.. (ReminderOffsets ?? [TimeSpan.FromHours(12), TimeSpan.FromHours(22)]).Where(offset => offset < Timeout).Distinct().Order()];

    public IEnumerable<string> Validate()
    {
        foreach (var fault in OptionRanges.Faults(this))
        {
            yield return fault;
        }
        if (PlaceholderDomain.Length > 200 || Uri.CheckHostName(PlaceholderDomain) != UriHostNameType.Dns)
        {
            yield return "PlaceholderDomain must be a domain name.";
        }
    }
}
