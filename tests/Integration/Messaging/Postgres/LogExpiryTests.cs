using Phase1.Messaging.Postgres;

namespace Phase1.Integration.Tests.Messaging.Postgres;

/// <summary>What the log deletes, what it keeps for a group that is behind, and how a group learns that it has lost records.</summary>
public sealed class LogExpiryTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_every_group_has_read_goes_after_the_retention_and_what_is_young_stays()
    {
        await using var test = await LogUnderTest.StartAsync("logexpiry");
        await test.AppendAsync(3, daysOld: 8);
        await test.AppendAsync(2, daysOld: 6);
        await test.ReadAsync("fast", 5);

        (await test.Log.Expiry.DeleteAsync(Token)).ShouldBe(3);

        (await test.OffsetsAsync()).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task What_a_group_has_still_to_read_stays_for_it_and_the_group_is_named()
    {
        await using var test = await LogUnderTest.StartAsync("logheld");
        await test.AppendAsync(5, daysOld: 20);
        await test.ReadAsync("fast", 5);
        await test.ReadAsync("slow", 2);

        await test.Log.Expiry.DeleteAsync(Token);

        (await test.OffsetsAsync()).ShouldBe([2, 3, 4]);
        var behind = (await test.Log.Expiry.BehindAsync(Token)).ShouldHaveSingleItem();
        behind.Group.ShouldBe("slow");
        behind.Age.TotalDays.ShouldBe(20, 0.1);
        await test.ReadAsync("slow", 3);
        (await test.Log.Expiry.BehindAsync(Token)).ShouldBeEmpty();
        (await test.Log.Expiry.DeleteAsync(Token)).ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_is_kept_beyond_the_limit_and_the_group_is_told_once_and_goes_on()
    {
        await using var test = await LogUnderTest.StartAsync("loglost");
        await test.AppendAsync(5, daysOld: 31);
        await test.ReadAsync("slow", 2);
        await test.AppendAsync(1, daysOld: 1);

        (await test.Log.Expiry.DeleteAsync(Token)).ShouldBe(5);

        await using (var member = test.Log.Join("slow", [LogUnderTest.Topic]))
        {
            var poll = await LogUnderTest.PollAsync(member);
            var lost = poll.Lost.ShouldHaveSingleItem();
            (lost.Topic, lost.Partition, lost.From, lost.To).ShouldBe((LogUnderTest.Topic, 0, 2, 5));
            poll.Records.Select(record => record.Offset).ShouldBe([5]);
            (await LogUnderTest.PollAsync(member, 0)).Lost.ShouldBeEmpty();
            await member.CommitAsync(Token);
        }
        await using var again = test.Log.Join("slow", [LogUnderTest.Topic]);
        (await LogUnderTest.PollAsync(again, 0)).Lost.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_that_lost_everything_is_told_although_nothing_is_left_to_read()
    {
        await using var test = await LogUnderTest.StartAsync("logemptied");
        await test.AppendAsync(3, daysOld: 31);
        await test.ReadAsync("slow", 1);
        await test.Log.Expiry.DeleteAsync(Token);

        await using (var member = test.Log.Join("slow", [LogUnderTest.Topic]))
        {
            var lost = (await LogUnderTest.PollAsync(member, 0)).Lost.ShouldHaveSingleItem();
            (lost.From, lost.To).ShouldBe((1, 3));
            await member.CommitAsync(Token);
        }
        await using var again = test.Log.Join("slow", [LogUnderTest.Topic]);
        (await LogUnderTest.PollAsync(again, 0)).Lost.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_that_is_running_while_its_records_go_is_told_too()
    {
        await using var test = await LogUnderTest.StartAsync("logrunning");
        await test.AppendAsync(1, daysOld: 31);
        await using var member = test.Log.Join("slow", [LogUnderTest.Topic]);
        (await LogUnderTest.PollAsync(member, 1)).Records.Count.ShouldBe(1);

        await test.AppendAsync(2, daysOld: 31);
        await test.Log.Expiry.DeleteAsync(Token);
        await test.AppendAsync(1, daysOld: 0);

        var poll = await LogUnderTest.PollAsync(member);
        poll.Lost.Select(lost => (lost.From, lost.To)).ShouldBe([(1L, 3L)]);
        poll.Records.Select(record => record.Offset).ShouldBe([3]);
    }

    [Fact]
    public async Task A_new_group_begins_with_what_there_is_and_has_lost_nothing()
    {
        await using var test = await LogUnderTest.StartAsync("lognew");
        await test.AppendAsync(3, daysOld: 8);
        await test.Log.Expiry.DeleteAsync(Token);
        await test.AppendAsync(1, daysOld: 0);

        await using var member = test.Log.Join("new", [LogUnderTest.Topic]);
        var poll = await LogUnderTest.PollAsync(member);

        poll.Lost.ShouldBeEmpty();
        poll.Records.Select(record => record.Offset).ShouldBe([3]);
    }

    // A group that has joined and has read nothing yet holds what it has to read as any other.
    [Fact]
    public async Task A_group_that_has_never_stored_an_offset_holds_what_it_has_to_read()
    {
        await using var test = await LogUnderTest.StartAsync("logjoined");
        await using (var member = test.Log.Join("joined", [LogUnderTest.Topic]))
        {
            await LogUnderTest.PollAsync(member, 0);
        }

        await test.AppendAsync(2, daysOld: 8);

        (await test.Log.Expiry.DeleteAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task More_than_one_statement_takes_goes_in_slices()
    {
        await using var test = await LogUnderTest.StartAsync("logslices");
        await test.ExecuteAsync(
            $"""
            insert into log_batches (topic_id, partition, base_offset, last_offset, keys, bodies, headers, appended_at)
            select topic_id, 0, n, n, array['a'], array['x'::bytea], array['x'], now() - interval '8 days'
            from log_topics, generate_series(0, {(2 * LogExpiry.Slice) + 7}) n
            """
        );

        (await test.Log.Expiry.DeleteAsync(Token)).ShouldBe((2 * LogExpiry.Slice) + 8);
    }

    [Fact]
    public async Task Every_table_of_the_log_says_how_long_its_rows_are_kept()
    {
        await using var test = await LogUnderTest.StartAsync("logtables");

        (await test.TablesAsync()).ShouldBe(LogTables.Retention.Select(table => table.Table).Distinct(), ignoreOrder: true);
    }
}
