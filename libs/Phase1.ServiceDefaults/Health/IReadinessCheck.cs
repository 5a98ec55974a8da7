namespace Phase1.ServiceDefaults;

/// <summary>One line of /readyz. Register as <see cref="IReadinessCheck"/>, singleton.</summary>
public interface IReadinessCheck
{
    /// <summary>The check's name, as in <c>database</c>.</summary>
    string Name { get; }

    /// <summary>Looks now; an exception counts as failing.</summary>
    /// <param name="cancellationToken">Ends the attempt; a check that takes too long counts as failing.</param>
    Task<Readiness> CheckAsync(CancellationToken cancellationToken);
}

/// <summary>What a check found.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Detail">A sentence for the operator, without secrets.</param>
public sealed record Readiness(ReadinessStatus Status, string Detail);

/// <summary>How a thing that the service needs stands.</summary>
public enum ReadinessStatus
{
    /// <summary>As it should be.</summary>
    Ready,

    /// <summary>The service works, and someone should look.</summary>
    Degraded,

    /// <summary>The service cannot work.</summary>
    NotReady,
}
