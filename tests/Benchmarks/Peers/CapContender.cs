using System.Globalization;
using DotNetCore.CAP;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Messaging.Storage;

namespace Phase1.Benchmarks.Peers;

/// <summary>DotNetCore.CAP with its outbox on PostgreSQL. What its documentation advises for a high load is set: several consumers, parallel handlers, parallel sending.</summary>
sealed class CapContender : KafkaContender
{
    const int Consumers = 2;
    const int ParallelHandlers = 10;

    public override string Name => "cap_kafka";

    public override int Messages => 4_000;

    public override string CountedFiles => "select coalesce(sum(files), 0)::bigint from tallies";

    public override async Task PrepareAsync(Course course)
    {
        await using var database = NpgsqlDataSource.Create(course.Database);
        await using var create = database.CreateCommand(CapTally.Tables);
        await create.ExecuteNonQueryAsync();
    }

    public override IHost Build(Course course)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(_ => DataSources.Pool(course.Database));
        builder.Services.AddTransient<CapTally>();
        builder.Services.AddCap(cap =>
        {
            // CAP puts a dot between a prefix and a name.
            cap.TopicNamePrefix = cap.GroupNamePrefix = course.Prefix.TrimEnd('.');
            cap.ConsumerThreadCount = Consumers;
            cap.EnableSubscriberParallelExecute = true;
            cap.SubscriberParallelExecuteThreadCount = ParallelHandlers;
            cap.EnablePublishParallelSend = true;
            cap.UsePostgreSql(postgres => postgres.DataSource = DataSources.Pool(course.Database));
            cap.RegisterExtension(new CapOnKafka(course.Brokers));
        });
        return builder.Build();
    }

    protected override IReadOnlyDictionary<string, string> Headers(Course course, Assignment message) =>
        new Dictionary<string, string>
        {
            ["cap-msg-id"] = message.MessageId.ToString(),
            ["cap-msg-name"] = course.Prefix + Incoming,
            ["cap-msg-type"] = nameof(FileAdded),
            ["cap-senttime"] = message.At.ToString("O", CultureInfo.InvariantCulture),
        };
}
