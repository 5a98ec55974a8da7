using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Compliance;

public abstract partial class LogCompliance
{
    [Fact, Catches(LogFault.GivesAllToEveryone)]
    public async Task Members_of_a_group_share_the_partitions_and_each_record_goes_to_one()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await using var one = log.Join(Group, Both);
        await using var two = harness.Open().Join(Group, Both);

        var (first, second) = await SettleAsync(harness, one, two);

        first.Keys.Intersect(second.Keys).ShouldBeEmpty();
        first.Count.ShouldBe(Partitions / 2);
    }

    [Fact, Catches(LogFault.OneGroupForAll)]
    public async Task Every_group_gets_every_record()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await log.PublishAsync([.. Enumerable.Range(0, 10).Select(n => Record(Files, $"{n}", $"{n}"))], Token);

        foreach (var group in new[] { "group-one", "group-two" })
        {
            await using var member = log.Join(group, Both);
            (await member.TakeAsync(10, harness.Patience, Token)).Count.ShouldBe(10);
            await member.CommitAsync(Token);
        }
    }

    [Fact, Catches(LogFault.NeverLetsGo)]
    public async Task The_partitions_of_a_member_that_leaves_go_to_the_others()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await using var stays = log.Join(Group, Both);
        var leaves = harness.Open().Join(Group, Both);
        await SettleAsync(harness, stays, leaves);

        await leaves.DisposeAsync();

        await OwnsAsync(harness, stays, Partitions);
    }

    [Fact, Catches(LogFault.WaitsForTheDead)]
    public async Task The_partitions_of_a_member_that_dies_go_to_the_others()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await using var stays = log.Join(Group, Both);
        var mortal = harness.Open();
        await using var dies = mortal.Join(Group, Both);
        await SettleAsync(harness, stays, dies);

        await harness.KillAsync(mortal);

        await OwnsAsync(harness, stays, Partitions);
    }

    [Fact, Catches(LogFault.LetsTheDeadCommit)]
    public async Task A_member_that_lost_its_partitions_cannot_move_their_offsets()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await PublishAsync(log, Files, "a", "1");
        var mortal = harness.Open();
        await using var dies = mortal.Join(Group, Both);
        (await dies.TakeAsync(1, harness.Patience, Token)).Count.ShouldBe(1);
        await harness.KillAsync(mortal);
        await using (var heir = log.Join(Group, Both))
        {
            (await heir.TakeAsync(1, harness.Patience, Token)).Count.ShouldBe(1);

            var refusal = await Xunit.Record.ExceptionAsync(() => dies.CommitAsync(Token));

            (refusal is null or LogUnavailableException).ShouldBeTrue();
        }
        await using var next = log.Join(Group, Both);
        (await next.TakeAsync(1, harness.Patience, Token)).Select(Text).ShouldBe(["1"]);
    }

    [Fact, Catches(LogFault.ForgetsOffsets)]
    public async Task Stored_offsets_outlive_every_member_and_instance()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await PublishAsync(log, Files, "a", "1");
        await using (var member = harness.Open().Join(Group, Both))
        {
            await member.TakeAsync(1, harness.Patience, Token);
            await member.CommitAsync(Token);
        }
        await PublishAsync(log, Files, "a", "2");

        await using var next = harness.Open().Join(Group, Both);

        (await next.TakeAsync(1, harness.Patience, Token)).Select(Text).ShouldBe(["2"]);
    }

    [Fact, Catches(LogFault.CommitsByItself)]
    public async Task What_was_polled_and_not_stored_comes_again()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await PublishAsync(log, Files, "a", "1");
        await using (var member = log.Join(Group, Both))
        {
            await member.TakeAsync(1, harness.Patience, Token);
        }

        await using var next = log.Join(Group, Both);

        (await next.TakeAsync(1, harness.Patience, Token)).Select(Text).ShouldBe(["1"]);
    }

    [Fact, Catches(LogFault.StoresTooMuch)]
    public async Task Only_what_was_handed_out_is_stored()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await log.PublishAsync([.. Enumerable.Range(0, 10).Select(n => Record(Files, "a", $"{n}"))], Token);
        await using (var member = log.Join(Group, Both))
        {
            (await member.TakeAsync(4, harness.Patience, Token)).Count.ShouldBe(4);
            await member.CommitAsync(Token);
        }

        await using var next = log.Join(Group, Both);

        (await next.TakeAsync(6, harness.Patience, Token)).Select(Text).ShouldBe(["4", "5", "6", "7", "8", "9"]);
    }

    [Fact, Catches(LogFault.RepeatsWins)]
    public async Task After_a_reset_a_member_reads_from_the_stored_offsets_under_a_new_ownership()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await PublishAsync(log, Files, "a", "1");
        await using var member = log.Join(Group, Both);
        var before = await PollForAsync(harness, member, poll => poll.Records.Count > 0);

        await member.ResetAsync(Token);

        var after = await PollForAsync(harness, member, poll => poll.Records.Count > 0);
        after.Records.Select(Text).ShouldBe(["1"]);
        var partition = after.Records[0].Partition;
        after.Owned[partition].ShouldNotBe(before.Owned[partition]);
    }

    [Fact, Catches(LogFault.SkipsOverStandBy)]
    public async Task A_member_that_stands_by_keeps_its_partitions_and_misses_nothing()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await log.PublishAsync([Record(Files, "a", "1"), Record(Files, "a", "2")], Token);
        await using var member = log.Join(Group, Both);
        var before = await NextAsync();
        before.Records.Select(Text).ShouldBe(["1"]);

        await member.StandByAsync(Token);
        await PublishAsync(log, Files, "a", "3");
        await member.StandByAsync(Token);

        (await NextAsync()).Records.Select(Text).ShouldBe(["2"]);
        var after = await NextAsync();
        after.Records.Select(Text).ShouldBe(["3"]);
        after.Owned.ShouldBe(before.Owned, ignoreOrder: true);

        Task<LogPoll> NextAsync() =>
            Wait.ForAsync(harness.Patience, () => member.PollAsync(1, LogReading.Glance, Token), poll => poll.Records.Count > 0);
    }

    [Fact, Catches(LogFault.NeverWakes)]
    public async Task A_waiting_member_is_woken_by_an_append()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await using var member = log.Join(Group, Both);
        await OwnsAsync(harness, member, Partitions);

        var waiting = member.PollAsync(10, harness.Patience, Token);
        await PublishAsync(log, Files, "a", "1");

        (await waiting).Records.Select(Text).ShouldBe(["1"]);
    }

    [Fact, Catches(LogFault.KeepsToItself)]
    public async Task Several_instances_are_one_log()
    {
        await using var harness = await OpenAsync();
        await StartAsync(harness);
        await PublishAsync(harness.Open(), Files, "a", "1");
        await PublishAsync(harness.Open(), Slots, "b", "2");

        (await ReadAsync(harness, harness.Open(), 2)).Select(Text).Order().ShouldBe(["1", "2"]);
    }

    [Fact, Catches(LogFault.HidesOffsets)]
    public async Task A_member_can_say_what_its_group_has_stored_in_each_topic()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await log.PublishAsync([.. Enumerable.Range(0, 3).Select(n => Record(Files, "a", $"{n}"))], Token);
        await using var member = log.Join(Group, Both);
        var partition = (await member.TakeAsync(3, harness.Patience, Token))[0].Partition;
        await member.CommitAsync(Token);

        var stored = await member.StoredAsync([partition], Token);

        stored.OrderBy(position => position.Topic).ShouldBe([new(Files, partition, 3), new(Slots, partition, 0)]);
    }

    [Fact, Catches(LogFault.NeverGoesBack)]
    public async Task A_group_that_is_set_back_reads_again_from_there()
    {
        await using var harness = await OpenAsync();
        var log = await StartAsync(harness);
        await log.PublishAsync([.. Enumerable.Range(0, 5).Select(n => Record(Files, "a", $"{n}"))], Token);
        await using var member = log.Join(Group, Both);
        var partition = (await member.TakeAsync(5, harness.Patience, Token))[0].Partition;
        await member.CommitAsync(Token);

        await member.SetBackAsync([new(Files, partition, 2)], Token);

        (await member.TakeAsync(3, harness.Patience, Token)).Select(record => record.Offset).ShouldBe([2, 3, 4]);
    }

    // Polls both until together they own everything once.
    static async Task<(IReadOnlyDictionary<int, long>, IReadOnlyDictionary<int, long>)> SettleAsync(
        ILogHarness harness,
        ILogConsumer one,
        ILogConsumer two
    )
    {
        return await Wait.ForAsync(
            harness.Patience,
            async () =>
            {
                var first = (await one.PollAsync(1, LogReading.Glance, Token)).Owned;
                var second = (await two.PollAsync(1, LogReading.Glance, Token)).Owned;
                return (first, second);
            },
            owned => owned.first.Count == Partitions / 2 && owned.second.Count == Partitions / 2
        );
    }

    static Task<LogPoll> OwnsAsync(ILogHarness harness, ILogConsumer member, int partitions) =>
        PollForAsync(harness, member, poll => poll.Owned.Count == partitions);

    static Task<LogPoll> PollForAsync(ILogHarness harness, ILogConsumer member, Func<LogPoll, bool> wanted) =>
        Wait.ForAsync(harness.Patience, () => member.PollAsync(10, LogReading.Glance, Token), wanted);
}
