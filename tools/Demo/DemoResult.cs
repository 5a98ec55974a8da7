using System.Text.Json;
using System.Text.Json.Serialization;
using Phase1.Demo.Client;

namespace Phase1.Demo;

/// <summary>What the demo came to.</summary>
/// <param name="Teacher">To whom they belong.</param>
/// <param name="Batches">The batches, in the order of the manifest.</param>
/// <param name="Lost">Records or effects that should be there and are not.</param>
/// <param name="Duplicated">Effects that happened more than once.</param>
sealed record DemoResult(string Teacher, IReadOnlyList<BatchResult> Batches, int Lost, int Duplicated)
{
    [JsonIgnore]
    internal bool Succeeded => Lost == 0 && Duplicated == 0 && Batches.Count > 0 && Batches.All(batch => batch.IsReady);

    internal string ToJson() => JsonSerializer.Serialize(this, Wire.Json);
}

/// <summary>One batch at the end.</summary>
/// <param name="BatchId">Its id.</param>
/// <param name="Kind">REGULAR or GUEST.</param>
/// <param name="CourseCode">Its course.</param>
/// <param name="States">Its history.</param>
/// <param name="Essays">Texts that were taken in; of a REGULAR batch, the sum of the following four.</param>
/// <param name="Confirmed">Linked to a student by the teacher.</param>
/// <param name="TimeoutConfirmed">Linked to the proposed student by the deadline.</param>
/// <param name="Unknown">Linked to the unknown student, by either.</param>
/// <param name="Excluded">Left out by the teacher.</param>
/// <param name="Seconds">From the registration to the last state, in real time.</param>
sealed record BatchResult(
    Guid BatchId,
    string Kind,
    string CourseCode,
    IReadOnlyList<string> States,
    int Essays,
    int Confirmed,
    int TimeoutConfirmed,
    int Unknown,
    int Excluded,
    double Seconds
)
{
    [JsonIgnore]
    internal bool IsReady => States is [.., Statuses.Ready];
}
