using System.Text;
using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>What every log must do, whatever it is made of. One subclass a log.</summary>
public abstract partial class LogCompliance
{
    const int Partitions = 4;
    const string Files = "suite.files.v1";
    const string Slots = "suite.slots.v1";
    const string Group = "suite.readers";
    static readonly string[] Both = [Files, Slots];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<ILogHarness> OpenAsync();

    [Fact, Catches(LogFault.ForgetsTopics)]
    public async Task Topics_are_created_once_and_asking_again_does_no_harm()
    {
        await using var harness = await OpenAsync();
        var log = harness.Open();
        await log.EnsureTopicsAsync(Both, Partitions, Token);
        await PublishAsync(log, Files, "a", "1");

        await harness.Open().EnsureTopicsAsync(Both, Partitions, Token);

        (await ReadAsync(harness, log, 1)).Select(record => record.Key).ShouldBe(["a"]);
    }

    [Fact, Catches(LogFault.IgnoresPartitionCount)]
    public async Task A_topic_with_another_number_of_partitions_is_refused()
    {
        await using var harness = await OpenAsync();
        var log = harness.Open();
        await log.EnsureTopicsAsync([Files], Partitions, Token);

        await Should.ThrowAsync<InvalidOperationException>(() => log.EnsureTopicsAsync(Both, Partitions + 1, Token));
    }

    [Fact, Catches(LogFault.EndsEarly)]
    public async Task A_partition_ends_where_its_next_record_will_stand()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await PublishAsync(log, Files, "a", "1");
        await PublishAsync(log, Files, "a", "2");

        var ends = await log.EndOffsetsAsync([Files, Slots, "suite.unknown.v1"], Token);

        ends.Count.ShouldBe(2 * Partitions);
        ends.Where(end => end.Topic == Files).Sum(end => end.Offset).ShouldBe(2);
        ends.Where(end => end.Topic == Slots).ShouldAllBe(end => end.Offset == 0);
    }

    [Fact, Catches(LogFault.ScattersKeys)]
    public async Task A_key_has_the_same_partition_in_every_topic_and_through_every_instance()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        var other = harness.Open();
        for (var i = 0; i < 20; i++)
        {
            await PublishAsync(i % 2 == 0 ? log : other, i % 3 == 0 ? Files : Slots, $"key-{i % 5}", $"{i}");
        }

        var records = await ReadAsync(harness, log, 20);

        records.GroupBy(r => r.Key).ShouldAllBe(key => key.Select(r => r.Partition).Distinct().Count() == 1);
        records.Select(r => r.Partition).Distinct().Count().ShouldBeGreaterThan(1);
    }

    // The figures are those of Kafka's own test of its default partitioner.
    [Fact, Catches(LogFault.HashesItsOwnWay)]
    public async Task Keys_are_laid_out_as_Kafkas_clients_lay_them_out()
    {
        await using var harness = await OpenAsync();
        var log = harness.Open();
        await log.EnsureTopicsAsync([Files], 12, Token);
        string[] keys =
        [
            "21",
            "abc",
            "foobar",
            "a-little-bit-long-string",
            "a-little-bit-longer-string",
            "lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8",
        ];
        foreach (var key in keys)
        {
            await PublishAsync(log, Files, key, key);
        }

        var records = await ReadAsync(harness, log, keys.Length, [Files]);

        records.OrderBy(r => r.Key!.Length).Select(r => r.Partition).ShouldBe([0, 3, 6, 8, 11, 5]);
    }

    [Fact, Catches(LogFault.LeavesGaps)]
    public async Task Offsets_have_no_gaps_under_8_producers_at_once()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async producer =>
                {
                    var instance = producer % 2 == 0 ? log : harness.Open();
                    for (var i = 0; i < 15; i++)
                    {
                        var records = Enumerable
                            .Range(0, 5)
                            .Select(n => Record(n % 2 == 0 ? Files : Slots, $"key-{n}", $"{producer}/{i}/{n}"));
                        (await instance.PublishAsync([.. records], Token)).ShouldBeEmpty();
                    }
                })
        );

        var read = await ReadAsync(harness, log, 600);

        foreach (var partition in read.GroupBy(r => (r.Topic, r.Partition)))
        {
            partition.Select(r => r.Offset).ShouldBe(Enumerable.Range(0, partition.Count()).Select(n => (long)n));
        }
        read.Select(Text).Distinct().Count().ShouldBe(600);
    }

    [Fact, Catches(LogFault.Shuffles)]
    public async Task Records_of_one_key_keep_the_order_in_which_they_were_published()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        for (var i = 0; i < 60; i += 6)
        {
            await log.PublishAsync([.. Enumerable.Range(i, 6).Select(n => Record(Files, $"key-{n % 3}", $"{n:00}"))], Token);
        }

        var read = await ReadAsync(harness, log, 60);

        read.Count.ShouldBe(60);
        foreach (var key in read.GroupBy(r => r.Key))
        {
            key.Select(Text).ShouldBeInOrder();
        }
    }

    [Fact, Catches(LogFault.TakesAnything)]
    public async Task What_the_log_never_takes_is_named_and_the_rest_is_published()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        var tooLarge = new OutgoingRecord(Files, "b", new byte[harness.MaxRecordBytes + 1], "{}");

        var refused = await log.PublishAsync(
            [Record(Files, "a", "1"), tooLarge, Record("suite.unknown.v1", "a", "2"), Record(Slots, "a", "3")],
            Token
        );

        refused.Select(r => r.Index).Order().ShouldBe([1, 2]);
        refused.ShouldAllBe(r => r.Reason.Length > 0);
        (await ReadAsync(harness, log, 2)).Select(Text).Order().ShouldBe(["1", "3"]);
    }

    [Fact, Catches(LogFault.CutsBodies)]
    public async Task A_large_record_comes_back_byte_for_byte_with_its_key()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        var body = new byte[harness.MaxRecordBytes];
        new Random(7).NextBytes(body);
        (await log.PublishAsync([new(Files, "nyckel-å", body, "{}")], Token)).ShouldBeEmpty();

        var records = await ReadAsync(harness, log, 1);

        records.Count.ShouldBe(1);
        var read = records[0];
        (read.Key, read.Topic).ShouldBe(("nyckel-å", Files));
        read.Body.Span.SequenceEqual(body).ShouldBeTrue();
    }

    static OutgoingRecord Record(string topic, string key, string body) => new(topic, key, Encoding.UTF8.GetBytes(body), "{}");

    static string Text(LogRecord record) => Encoding.UTF8.GetString(record.Body.Span);

    static async Task PublishAsync(ILog log, string topic, string key, string body) =>
        (await log.PublishAsync([Record(topic, key, body)], Token)).ShouldBeEmpty();

    static async Task<ILog> StartAsync(ILogHarness harness)
    {
        var log = harness.Open();
        await log.EnsureTopicsAsync(Both, Partitions, Token);
        return log;
    }

    /// <summary>Reads so many records as a group of its own, from the beginning.</summary>
    static async Task<IReadOnlyList<LogRecord>> ReadAsync(ILogHarness harness, ILog log, int count, string[]? topics = null)
    {
        await using var reader = log.Join($"reader-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}", topics ?? Both);
        return await reader.TakeAsync(count, harness.Patience, Token);
    }
}
