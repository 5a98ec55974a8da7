using Phase1.Demo.Samples;
using Phase1.Events;

namespace Phase1.Demo.Steps;

/// <summary>A batch of the demo that is registered.</summary>
/// <param name="Sample">What it is made from.</param>
/// <param name="BatchId">Its id.</param>
/// <param name="Chain">The correlation id of everything about it.</param>
/// <param name="Began">When it was registered, as a timestamp of the real clock.</param>
sealed record DemoBatch(SampleBatch Sample, Guid BatchId, Guid Chain, long Began)
{
    internal BatchKind Kind => Sample.BatchKind;

    /// <summary>When it was seen ready; a timestamp of the real clock.</summary>
    internal long? Ended { get; set; }

    internal string Title => $"{Sample.Kind} {Sample.CourseCode}";
}
