namespace Phase1.ServiceDefaults;

/// <summary>Something that stands in the way of an erasure.</summary>
/// <param name="Code">A stable code in capitals; whoever decides about the request reads it.</param>
/// <param name="Query">Answers a row for each thing that stands in the way, with the instant at which it will be over, or null.</param>
public sealed record PersonalBlocker(string Code, string Query)
{
    /// <summary>Records that name the student have come and are not applied yet.</summary>
    public const string RecordsWaiting = "RECORDS_WAITING";

    /// <summary>Essays that still wait for their authors.</summary>
    public const string StudentInUse = "STUDENT_IN_USE";

    /// <summary>A batch that is not ready yet.</summary>
    public const string BatchNotSettled = "BATCH_NOT_SETTLED";

    /// <summary>A pipeline runs for a batch of the student's essays.</summary>
    public const string PipelineRunning = "PIPELINE_RUNNING";

    /// <summary>A language model is being asked about an essay.</summary>
    public const string CallInProgress = "CALL_IN_PROGRESS";
}
