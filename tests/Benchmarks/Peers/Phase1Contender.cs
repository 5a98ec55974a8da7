using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Phase1.Benchmarks.Engine;
using Phase1.Events;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;

namespace Phase1.Benchmarks.Peers;

/// <summary>Our engine, on either log.</summary>
sealed class Phase1Contender(bool kafka) : IContender
{
    // One for each core of a small machine.
    const int Lanes = 2;

    public string Name => kafka ? "phase1_kafka" : "phase1_postgres";

    public int Messages => 60_000;

    public string Incoming => Topics.BatchFileAdded;

    public string Outgoing => Topics.BatchStatusChanged;

    public string CountedFiles => "select coalesce(sum(files), 0)::bigint from tallies";

    public ILog OpenLog(Course course) => kafka ? new KafkaLog(OnKafka(course)) : new PostgresLog(OnPostgres(course));

    public Task PrepareAsync(Course course) => BenchDatabase.MakeAnewAsync(course.Database);

    public OutgoingRecord ToRecord(Course course, Assignment message) =>
        BenchRecord.Of(course.Prefix, message.MessageId, message.SagaId, Assignment.UserId, message.At);

    public IHost Build(Course course) =>
        BenchHost.Build(
            course.Database,
            new() { TopicPrefix = course.Prefix, Lanes = Lanes },
            services =>
            {
                if (kafka)
                {
                    services.AddKafkaLog(OnKafka(course));
                }
                else
                {
                    services.AddPostgresLog(OnPostgres(course));
                }
            }
        );

    static KafkaLogOptions OnKafka(Course course) => new() { BootstrapServers = course.Brokers };

    static PostgresLogOptions OnPostgres(Course course) => new() { ConnectionString = course.Database };
}
