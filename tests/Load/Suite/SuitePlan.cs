using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Load.Suite;

/// <summary>How the suite is to run.</summary>
sealed record SuitePlan
{
    /// <summary>Brokers of the run's own where the log is to be on Kafka; else it is on PostgreSQL.</summary>
    internal KafkaBroker? Kafka { get; init; }

    /// <summary>How many processes of each service share the work.</summary>
    internal int Instances { get; init; } = 1;

    /// <summary>Settings of all services beside those that make them a suite, by their environment variables.</summary>
    internal IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
