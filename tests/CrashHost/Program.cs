using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Messaging;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Postgres;
using Phase1.Messaging.Records;
using Phase1.Tests.Infrastructure.Engine;

// A process to be killed: the engine's test service, or the one downstream of it.
//   Phase1.CrashHost tally|mirror <service's database> postgres <log's database>
//   Phase1.CrashHost tally|mirror <service's database> kafka <bootstrap servers> <prefix>
var (role, database, transport, log) = (args[0], args[1], args[2], args[3]);
var kafka = transport == "kafka";
var mirrors = role == "mirror";
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Script>();
if (kafka)
{
    builder.Services.AddKafkaLog(new KafkaLogOptions { BootstrapServers = log, SessionTimeout = TimeSpan.FromSeconds(2) });
}
else
{
    // It looks as rarely as in production: what a process leaves that is killed the others must hear of.
    builder.Services.AddPostgresLog(log);
}
builder.Services.AddSingleton<IProducerRules>(new AnyProducer());
builder.Services.AddPhase1Messaging<TallyContext>(
    database,
    new MessagingOptions
    {
        ServiceName = mirrors ? MirrorConsumer.Service : EngineSetup.Service,
        Partitions = new EngineSetup().Options.Partitions,
        TopicPrefix = kafka ? args[4] : "",
        PollSize = 100,
        // The facts that tests feed carry one fixed instant, and this process has the machine's clock.
        InboxRetention = TimeSpan.FromDays(10_000),
        PollWait = TimeSpan.FromMilliseconds(50),
        ShortestBackOff = TimeSpan.FromMilliseconds(20),
        LongestBackOff = TimeSpan.FromMilliseconds(200),
        StillTransactionTimeout = TimeSpan.FromSeconds(3),
    },
    handled =>
    {
        if (mirrors)
        {
            handled.AddConsumer<MirrorConsumer>();
        }
        else
        {
            handled.AddConsumer<EffectConsumer>().AddStateMachine<TallyMachine, Tally>();
        }
    }
);
await builder.Build().RunAsync();
