namespace Phase1.Cli.Doctor;

/// <summary>What one look at one part of the suite has shown.</summary>
/// <param name="Id">The check's number, as in D-07.</param>
/// <param name="Subject">The service that was looked at, or "suite".</param>
/// <param name="Status">How it stands.</param>
/// <param name="Found">What was seen.</param>
/// <param name="Advice">What to do; null where nothing is to be done.</param>
sealed record Finding(string Id, string Subject, FindingStatus Status, string Found, string? Advice = null)
{
    /// <summary>The check of the same subject that this finding only follows from; null for a cause.</summary>
    public string? Because { get; init; }

    internal static Finding Ok(string id, string subject, string found) => new(id, subject, FindingStatus.Ok, found);

    internal static Finding Warn(string id, string subject, string found, string advice) =>
        new(id, subject, FindingStatus.Warn, found, advice);

    internal static Finding Fail(string id, string subject, string found, string advice) =>
        new(id, subject, FindingStatus.Fail, found, advice);
}

/// <summary>How something stands.</summary>
enum FindingStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The suite works, and someone should look.</summary>
    Warn,

    /// <summary>Something does not work.</summary>
    Fail,
}
