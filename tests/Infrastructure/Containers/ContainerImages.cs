using Testcontainers.Kafka;
using Testcontainers.PostgreSql;
using Testcontainers.Redis;

namespace Phase1.Tests.Infrastructure.Containers;

/// <summary>The servers of the tests in containers, in the versions of docker-compose.yml. They go with the process that started them.</summary>
static class ContainerImages
{
    public static PostgreSqlContainer Postgres() =>
        new PostgreSqlBuilder("postgres:15.18")
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C")
            .WithCommand("-c", "shared_buffers=256MB", "-c", "max_connections=400")
            .Build();

    public static KafkaContainer Kafka() =>
        new KafkaBuilder("apache/kafka:4.2.0")
            .WithEnvironment("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .WithEnvironment("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "8")
            .WithEnvironment("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
            .WithEnvironment("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
            // Tests of lost consumers wait for a session to end.
            .WithEnvironment("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .WithEnvironment("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
            .Build();

    /// <param name="port">The same after every start.</param>
    public static RedisContainer Redis(int port) =>
        new RedisBuilder("redis:7.4.6")
            .WithPortBinding(port, RedisBuilder.RedisPort)
            .WithCommand("--save", "", "--appendonly", "no")
            .Build();
}
