using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging.Postgres;
using Phase1.Nlp;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Messaging.Postgres;

/// <summary>What an operator sees of a group that is behind, and of one that has lost records.</summary>
public sealed class LogAlarmTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_that_is_behind_degrades_readiness_and_is_counted_until_it_has_caught_up()
    {
        await using var nlp = await ServiceUnderTest.StartAsync(() => new NlpService());
        await nlp.FeedAsync(Status());
        await nlp.DrainAsync();
        await ExecuteAsync(
            nlp,
            """
            insert into log_group_offsets select 'somebody_else', topic_id, partition, 0 from log_partitions;
            update log_batches set appended_at = appended_at - interval '8 days'
            """
        );

        nlp.Advance(TimeSpan.FromHours(1));
        await Eventually.BecomesTrueAsync(async () => await StatusAsync(nlp) == "degraded", Token);
        (await TextAsync(nlp, "/readyz")).ShouldContain("Group somebody_else has not read records");
        (await TextAsync(nlp, "/metrics")).ShouldContain("phase1_log_groups_behind{service=\"nlp_service\"} 1");

        await ExecuteAsync(nlp, "delete from log_group_offsets where consumer_group = 'somebody_else'");
        nlp.Advance(TimeSpan.FromHours(1));
        await Eventually.BecomesTrueAsync(async () => await StatusAsync(nlp) == "ready", Token);
    }

    [Fact]
    public async Task A_service_that_has_lost_records_counts_them_and_works_on()
    {
        await using var nlp = await ServiceUnderTest.StartAsync(() => new NlpService());
        var status = Status();
        await nlp.FeedAsync(status);
        await nlp.DrainAsync();
        var partition = KeyPartitioner.PartitionOf(status.BatchId.ToString(), Topics.DefaultPartitions);
        await ExecuteAsync(
            nlp,
            $"""
            update log_partitions p set next_offset = next_offset + 5 from log_topics t
            where t.topic_id = p.topic_id and t.name = '{Topics.BatchStatusChanged}' and p.partition = {partition}
            """
        );

        await nlp.FeedAsync(status);
        await nlp.DrainAsync();

        (await TextAsync(nlp, "/metrics")).ShouldContain("phase1_log_records_lost_total{service=\"nlp_service\"} 5");
        await using var applied = nlp.Db.CreateCommand("select count(*) from inbox");
        (await applied.ExecuteScalarAsync(Token)).ShouldBe(2L);
    }

    static BatchStatusChanged Status() =>
        Facts.Status(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), BatchStatus.ProcessingPipelines);

    static async Task<string?> StatusAsync(ServiceUnderTest service)
    {
        using var client = service.As(null);
        var ready = await client.GetFromJsonAsync<JsonElement>("/readyz", Token);
        return ready.GetProperty("status").GetString();
    }

    static async Task<string> TextAsync(ServiceUnderTest service, string path)
    {
        using var client = service.As(null);
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), Token);
    }

    static async Task ExecuteAsync(ServiceUnderTest service, string sql)
    {
        await using var command = service.Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }
}
