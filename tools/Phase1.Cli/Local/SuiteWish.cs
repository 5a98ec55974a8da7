namespace Phase1.Cli.Local;

/// <summary>What the caller asks of a suite.</summary>
/// <param name="BasePort">Where BOS is to listen; null where it does not matter.</param>
/// <param name="Kafka">Whether its log must be on Kafka.</param>
sealed record SuiteWish(int? BasePort, bool Kafka);
