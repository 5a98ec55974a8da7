using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback;

/// <summary>Section <c>Feedback</c>: how feedback is written.</summary>
sealed class FeedbackOptions : IValidatedOptions
{
    /// <summary>How many essays of a run are written about side by side.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 4;

    /// <summary>How long a run waits for a model, for names or for texts without any progress; then the rest of its essays fails.</summary>
    [TimeRange]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);
}
