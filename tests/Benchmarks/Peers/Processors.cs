using Phase1.Servers.Processes;

namespace Phase1.Benchmarks.Peers;

/// <summary>Processor time that was used so far: by the service, which is this process, by PostgreSQL and by the broker.</summary>
readonly record struct Processors(TimeSpan Host, TimeSpan Postgres, TimeSpan Kafka)
{
    public TimeSpan Sum => Host + Postgres + Kafka;

    public static Processors Read(int postgres, int kafka) =>
        new(Environment.CpuUsage.TotalTime, ProcessorTime.OfFamily(postgres), ProcessorTime.OfFamily(kafka));

    public static Processors operator -(Processors to, Processors from) =>
        new(to.Host - from.Host, to.Postgres - from.Postgres, to.Kafka - from.Kafka);
}
