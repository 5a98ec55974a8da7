using System.ComponentModel.DataAnnotations;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Section <c>DataRequests</c>: how requests about a student's data are answered.</summary>
sealed class DataRequestOptions : IValidatedOptions
{
    /// <summary>Who answers for its own data, by names on the wire; when nobody is named, all services whose addresses are configured.</summary>
    public string[] Participants { get; set; } = [];

    /// <summary>When the log has forgotten what was told before an erasure: its retention and a day.</summary>
    [TimeRange]
    public TimeSpan LogHorizon { get; set; } = TimeSpan.FromDays(8);

    /// <summary>After which time without an answer the question goes out again.</summary>
    [TimeRange]
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many months there are for an answer.</summary>
    [Range(1, 12)]
    public int MonthsToAnswer { get; set; } = 1;

    /// <summary>The school's time zone, by its name in the tz database: a deadline is the end of a day there.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>By when a request of this moment is to be answered.</summary>
    /// <param name="from">When it came.</param>
    /// <param name="more">Months beyond the usual time.</param>
    internal DateTimeOffset DeadlineOf(DateTimeOffset from, int more = 0) =>
        DeadlineRule.After(from, MonthsToAnswer + more, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    public IEnumerable<string> Validate()
    {
        foreach (var fault in OptionRanges.Faults(this))
        {
            yield return fault;
        }
        if (Participants.Except(ServiceNames.All).Any())
        {
            yield return "Participants must be names of services.";
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return "TimeZone must be known.";
        }
    }
}
