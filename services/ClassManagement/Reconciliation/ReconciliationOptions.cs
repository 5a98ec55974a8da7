using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>Section <c>Reconciliation</c>: how often CMS compares what it holds with BOS and ELS.</summary>
sealed class ReconciliationOptions : IValidatedOptions
{
    /// <summary>How often every set is compared.</summary>
    [TimeRange(AtLeast = "00:00:01", AtMost = "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a difference must last before it is reported: longer than facts are usually under way.</summary>
    [TimeRange(AtLeast = "00:00:01", AtMost = "1.00:00:00")]
    public TimeSpan UnderWay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many sets are compared at once.</summary>
    [Range(1, BatchIds.Most)]
    public int Slice { get; set; } = BatchIds.Most;
}
