using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Benchmarks.Peers;

/// <summary>A library of others, on Kafka and PostgreSQL.</summary>
abstract class KafkaContender : IContender
{
    public abstract string Name { get; }

    public abstract int Messages { get; }

    public string Incoming => "files";

    public string Outgoing => "counted";

    public abstract string CountedFiles { get; }

    public ILog OpenLog(Course course) => new KafkaLog(new KafkaLogOptions { BootstrapServers = course.Brokers });

    public virtual Task PrepareAsync(Course course) => Task.CompletedTask;

    public OutgoingRecord ToRecord(Course course, Assignment message) =>
        new(
            course.Prefix + Incoming,
            message.SagaId.ToString(),
            JsonSerializer.SerializeToUtf8Bytes(
                new FileAdded(message.SagaId, message.MessageId, Assignment.UserId, message.At),
                JsonSerializerOptions.Default
            ),
            JsonSerializer.Serialize(Headers(course, message))
        );

    public abstract IHost Build(Course course);

    /// <summary>The headers by which the library knows a message.</summary>
    protected abstract IReadOnlyDictionary<string, string> Headers(Course course, Assignment message);
}
