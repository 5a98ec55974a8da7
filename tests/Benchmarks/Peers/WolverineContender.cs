using Confluent.Kafka;
using JasperFx.Resources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Kafka;
using Wolverine.Postgresql;
using Wolverine.RDBMS;
using Wolverine.Transports;

namespace Phase1.Benchmarks.Peers;

/// <summary>
/// WolverineFx with its durable inbox and outbox and its saga storage on PostgreSQL. What its documentation advises for a high load is set: several
/// listeners and batches at once, and room for the backlog.
/// </summary>
sealed class WolverineContender : KafkaContender
{
    const int Listeners = 2;
    const int ParallelMessages = 10;
    const int ParallelBatches = 4;
    static readonly BufferingLimits Buffers = new(50_000, 25_000);
    static readonly TimeSpan BatchTimeout = TimeSpan.FromMilliseconds(10);

    public override string Name => "wolverine_kafka";

    public override int Messages => 8_000;

    public override string CountedFiles => "select coalesce(sum((body ->> 'Files')::int), 0)::bigint from wolverine.tallies";

    public override IHost Build(Course course)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseWolverine(wolverine =>
        {
            wolverine.ServiceName = course.Prefix + "tally";
            wolverine.ApplicationAssembly = typeof(WolverineTally).Assembly;
            wolverine.Discovery.DisableConventionalDiscovery().IncludeType<WolverineTally>();
            wolverine.AddSagaType<WolverineTally>("tallies");
            wolverine.PersistMessagesWithPostgresql(course.Database, "wolverine");
            wolverine.Durability.Mode = DurabilityMode.Solo;
            wolverine.Policies.AutoApplyTransactions();
            // Another message of the same saga was faster.
            wolverine.Policies.OnException<SagaConcurrencyException>().RetryTimes(5);
            wolverine.UseKafka(course.Brokers).ConfigureConsumers(consumer => consumer.AutoOffsetReset = AutoOffsetReset.Earliest);
            wolverine
                .ListenToKafkaTopic(course.Prefix + Incoming)
                .UseDurableInbox(Buffers)
                .ListenerCount(Listeners)
                .MaximumParallelMessages(ParallelMessages);
            wolverine
                .PublishMessage<FileCounted>()
                .ToKafkaTopic(course.Prefix + Outgoing)
                .UseDurableOutbox()
                .MessageBatchTimeout(BatchTimeout)
                .MessageBatchMaxDegreeOfParallelism(ParallelBatches);
            wolverine.Services.AddResourceSetupOnStartup();
        });
        return builder.Build();
    }

    protected override IReadOnlyDictionary<string, string> Headers(Course course, Assignment message) =>
        new Dictionary<string, string>
        {
            ["id"] = message.MessageId.ToString(),
            ["message-type"] = FileAdded.Identity,
            ["content-type"] = "application/json",
        };
}
