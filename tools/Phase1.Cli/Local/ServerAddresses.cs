namespace Phase1.Cli.Local;

/// <summary>What the suite's processes run on.</summary>
/// <param name="Postgres">A connection string, without a database.</param>
/// <param name="Brokers">Where the log is on Kafka.</param>
/// <param name="Redis">Address and password; null where there is none.</param>
sealed record ServerAddresses(string Postgres, string? Brokers, string? Redis);
