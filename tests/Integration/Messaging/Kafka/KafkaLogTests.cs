using System.Text;
using Confluent.Kafka.Admin;
using Phase1.Integration.Tests.Messaging.Compliance;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Integration.Tests.Messaging.Kafka;

/// <summary>What the log on Kafka does beyond the contract of every log.</summary>
public sealed class KafkaLogTests
{
    const int Partitions = 4;
    const string Files = "files.v1";
    const string Slots = "slots.v1";
    const string Group = "readers";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    // A broker refuses whole batches: those around the bad record must not go with it, nor lose their order.
    [Fact, Trait("Scenario", "S-705")]
    public async Task A_record_that_only_the_broker_finds_too_large_is_refused_alone_and_the_rest_keeps_its_order()
    {
        await using var room = await OnKafka.RoomAsync();
        await room.CreateTopicAsync(
            new TopicSpecification
            {
                Name = room.Prefix + Files,
                NumPartitions = Partitions,
                Configs = new() { ["max.message.bytes"] = "20000" },
            }
        );
        await using var log = new KafkaLog(room.Options());
        var large = new byte[50_000];
        new Random(3).NextBytes(large);
        var records = Enumerable
            .Range(0, 100)
            .Select(n => new OutgoingRecord(room.Prefix + Files, "a", n == 37 ? large : Encoding.UTF8.GetBytes($"{n:00}"), "{}"))
            .ToList();

        var refused = await log.PublishAsync(records, Token);

        refused.Select(record => record.Index).ShouldBe([37]);
        var read = await room.Topics.ReadAsync([Files], Token);
        read.Select(record => Encoding.UTF8.GetString(record.Body.Span))
            .Distinct()
            .ShouldBe(Enumerable.Range(0, 100).Where(n => n != 37).Select(n => $"{n:00}"));
        (await log.PublishAsync([new(room.Prefix + Files, "a", "later"u8.ToArray(), "{}")], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_topic_is_named_where_topics_are_not_to_be_created()
    {
        await using var room = await OnKafka.RoomAsync();
        await using var log = new KafkaLog(room.Options(options => options.CreateTopics = false));

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() =>
            log.EnsureTopicsAsync([room.Prefix + Files, room.Prefix + Slots], Partitions, Token)
        );

        refusal.Message.ShouldBe(
            $"Topic {room.Prefix + Files} is missing (2 in all), and Kafka:CreateTopics is off: create them with 4 partitions each."
        );
    }

    [Fact]
    public async Task A_topic_that_forgets_earlier_than_is_wanted_is_named_and_the_service_starts()
    {
        await using var room = await OnKafka.RoomAsync();
        await MakeAsync(room, new() { ["retention.ms"] = "3600000", ["retention.bytes"] = "1000000" });
        await using var log = new KafkaLog(room.Options());

        await log.EnsureTopicsAsync([room.Prefix + Files, room.Prefix + Slots], Partitions, Token);

        log.Warnings.Count.ShouldBe(2);
        log.Warnings[0]
            .ShouldStartWith($"Topic {room.Prefix + Files} keeps records for 01:00:00 where 7.00:00:00 are wanted (Kafka:Retention)");
        log.Warnings[1].ShouldStartWith($"Topic {room.Prefix + Files} keeps at most 1000000 bytes a partition");
    }

    [Fact]
    public async Task A_topic_that_is_kept_as_it_should_be_or_for_ever_is_no_reason_to_warn()
    {
        await using var room = await OnKafka.RoomAsync();
        await MakeAsync(room, new() { ["retention.ms"] = "-1" });
        await using var log = new KafkaLog(room.Options());

        await log.EnsureTopicsAsync([room.Prefix + Files, room.Prefix + Slots], Partitions, Token);

        log.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_whose_records_were_deleted_before_it_read_them_is_told_once()
    {
        await using var room = await OnKafka.RoomAsync();
        await using var log = await StartAsync(room);
        (await log.PublishAsync([.. Enumerable.Range(0, 5).Select(n => Record(room, Files, $"{n}"))], Token)).ShouldBeEmpty();
        string[] topics = [room.Prefix + Files, room.Prefix + Slots];
        int partition;
        await using (var member = log.Join(room.Prefix + Group, topics))
        {
            var read = await member.TakeAsync(2, Eventually.Patience, Token);
            partition = read[0].Partition;
            await member.SetBackAsync([new(topics[0], partition, 2)], Token);
        }
        await room.DeleteRecordsAsync(Files, partition, before: 4);

        await using (var member = log.Join(room.Prefix + Group, topics))
        {
            (await member.TakeAsync(1, Eventually.Patience, Token)).Select(record => record.Offset).ShouldBe([4]);
            await member.StoredAsync([partition], Token);
            var lost = (await member.PollAsync(10, TimeSpan.Zero, Token)).Lost.ShouldHaveSingleItem();
            (lost.Topic, lost.Partition, lost.From, lost.To).ShouldBe((topics[0], partition, 2, 4));
            await member.CommitAsync(Token);
        }
        await using (var member = log.Join(room.Prefix + Group, topics))
        {
            (await member.StoredAsync([partition], Token)).Single(stored => stored.Topic == topics[0]).Offset.ShouldBe(5);
            (await member.PollAsync(10, TimeSpan.Zero, Token)).Lost.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_topic_that_compacts_is_refused()
    {
        await using var room = await OnKafka.RoomAsync();
        await MakeAsync(room, new() { ["cleanup.policy"] = "compact" });
        await using var log = new KafkaLog(room.Options());

        var refusal = await Should.ThrowAsync<LogRefusalException>(() => log.EnsureTopicsAsync([room.Prefix + Files], Partitions, Token));

        refusal.Message.ShouldStartWith($"Topic {room.Prefix + Files} is compacted");
    }

    static Task MakeAsync(KafkaRoom room, Dictionary<string, string> settings) =>
        room.CreateTopicAsync(
            new TopicSpecification
            {
                Name = room.Prefix + Files,
                NumPartitions = Partitions,
                Configs = settings,
            }
        );

    [Fact]
    public async Task A_topic_that_is_deleted_under_the_service_refuses_its_records_and_no_others()
    {
        await using var room = await OnKafka.RoomAsync();
        await using var log = await StartAsync(room);
        (await log.PublishAsync([Record(room, Files, "1")], Token)).ShouldBeEmpty();
        await room.DeleteTopicAsync(Files);

        await Eventually.BecomesTrueAsync(async () => (await TryAsync()).Count == 1, Token);

        async Task<IReadOnlyList<RefusedRecord>> TryAsync()
        {
            try
            {
                return await log.PublishAsync([Record(room, Files, "2"), Record(room, Slots, "3")], Token);
            }
            catch (LogUnavailableException)
            {
                // The client takes a moment to believe it.
                return [];
            }
        }
    }

    // During an upgrade an older member knows fewer topics: it has a part of them, and the newer one the whole of the others.
    [Fact]
    public async Task A_number_that_an_older_member_has_in_some_topic_is_left_alone_until_that_member_has_gone()
    {
        await using var room = await OnKafka.RoomAsync();
        await using var log = await StartAsync(room);
        var older = log.Join(room.Prefix + Group, [room.Prefix + Files]);
        await using var newer = log.Join(room.Prefix + Group, [room.Prefix + Files, room.Prefix + Slots]);
        var shared = await Wait.ForAsync(
            Eventually.Patience,
            async () => (Older: await OwnedAsync(older), Newer: await OwnedAsync(newer)),
            owned => owned.Older.Count == 2 && owned.Newer.Count == 2
        );
        shared.Older.Intersect(shared.Newer).ShouldBeEmpty();
        for (var i = 0; i < 20; i++)
        {
            (await log.PublishAsync([Record(room, Slots, $"{i}", key: $"key-{i}")], Token)).ShouldBeEmpty();
        }
        var early = await newer.TakeAsync(20, TimeSpan.FromSeconds(1), Token);
        early.Select(record => record.Partition).ShouldBeSubsetOf(shared.Newer);
        await newer.CommitAsync(Token);

        await older.DisposeAsync();

        var late = await newer.TakeAsync(20 - early.Count, Eventually.Patience, Token);
        early.Concat(late).Select(record => record.Key).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task A_member_that_stands_by_stays_in_the_group_while_a_silent_one_is_put_out()
    {
        await using var room = await OnKafka.RoomAsync();
        // Long enough for a busy machine to poll the patient one in time.
        var stillness = TimeSpan.FromSeconds(6);
        await using var log = new KafkaLog(
            room.Options(options => (options.SessionTimeout, options.MaxPollInterval) = (stillness, stillness))
        );
        await log.EnsureTopicsAsync([room.Prefix + Files], Partitions, Token);
        await using var silent = log.Join(room.Prefix + Group, [room.Prefix + Files]);
        await using var patient = log.Join(room.Prefix + Group, [room.Prefix + Files]);
        await Wait.ForAsync(
            Eventually.Patience,
            async () => (await OwnedAsync(silent)).Count + (await OwnedAsync(patient)).Count,
            owned => owned == Partitions
        );

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await patient.StandByAsync(Token);
                return await room.MembersOfAsync(Group) == 1;
            },
            Token
        );

        await patient.StandByAsync(Token);
        await Wait.ForAsync(Eventually.Patience, () => OwnedAsync(patient), owned => owned.Count == Partitions);
    }

    // Its database is back just when a rebalance has taken its partitions away: there is nothing to resume at that moment.
    [Fact]
    public async Task What_a_member_wins_again_that_stood_by_over_a_rebalance_is_read()
    {
        await using var room = await OnKafka.RoomAsync();
        await using var log = await StartAsync(room);
        string[] topics = [room.Prefix + Files, room.Prefix + Slots];
        await using var patient = (KafkaLogConsumer)log.Join(room.Prefix + Group, topics);
        await Wait.ForAsync(Eventually.Patience, () => OwnedAsync(patient), owned => owned.Count == Partitions);
        await patient.StandByAsync(Token);

        await using var other = log.Join(room.Prefix + Group, topics);
        var joining = Wait.ForAsync(Eventually.Patience, () => OwnedAsync(other), owned => owned.Count > 0);
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await patient.StandByAsync(Token);
                // On a busy machine the rebalance may be over before anybody looks.
                return !patient.HasPartitions || joining.IsCompleted;
            },
            Token
        );
        await Wait.ForAsync(Eventually.Patience, () => OwnedAsync(patient), owned => owned.Count > 0);
        await joining;
        await other.DisposeAsync();
        await Wait.ForAsync(Eventually.Patience, () => OwnedAsync(patient), owned => owned.Count == Partitions);

        (
            await log.PublishAsync([.. Enumerable.Range(0, 20).Select(i => Record(room, Files, $"{i}", key: $"key-{i}"))], Token)
        ).ShouldBeEmpty();
        var read = await patient.TakeAsync(20, Eventually.Patience, Token);
        read.Select(record => record.Key).Distinct().Count().ShouldBe(20);
    }

    static async Task<KafkaLog> StartAsync(KafkaRoom room)
    {
        var log = new KafkaLog(room.Options());
        await log.EnsureTopicsAsync([room.Prefix + Files, room.Prefix + Slots], Partitions, Token);
        return log;
    }

    static OutgoingRecord Record(KafkaRoom room, string topic, string body, string key = "a") =>
        new(room.Prefix + topic, key, Encoding.UTF8.GetBytes(body), "{}");

    static async Task<IReadOnlyList<int>> OwnedAsync(ILogConsumer member) =>
        [.. (await member.PollAsync(1, LogReading.Glance, Token)).Owned.Keys];
}
