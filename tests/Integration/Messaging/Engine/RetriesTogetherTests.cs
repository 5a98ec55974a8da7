using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>Records that are due at once are tried in one transaction, and still each for itself.</summary>
public sealed class RetriesTogetherTests : EngineTests
{
    const int Batches = 20;

    // What an applied record tells is consumed too; as long as its batch waits, it waits behind it, for the retrier's next turn.
    const string Uploads = $"held_messages where topic = '{Topics.EssayContentProvisioned}'";

    readonly ManualTimeProvider _clock = new(Facts.Instant);
    readonly HashSet<Guid> _brokenAtOnce = [];
    readonly HashSet<Guid> _brokenAfterWriting = [];

    [Fact]
    public async Task Records_of_many_batches_are_retried_in_one_transaction_and_their_followers_in_the_next()
    {
        await using var world = await CreateWorldAsync("retriedtogether");
        var (heads, followers) = await StartAsync(world);

        _brokenAtOnce.Clear();
        await RetryAsync(world);

        (await TransactionsAsync(world, heads)).ShouldBe(1);
        (await TransactionsAsync(world, followers)).ShouldBe(1);
        (await world.CountAsync("effects")).ShouldBe(2 * Batches);
        (await world.CountAsync(Uploads)).ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_fails_again_costs_the_others_nothing(bool afterWriting)
    {
        await using var world = await CreateWorldAsync("failsagain");
        var (heads, followers) = await StartAsync(world);
        var sick = heads[7];

        _brokenAtOnce.Clear();
        (afterWriting ? _brokenAfterWriting : _brokenAtOnce).Add(sick);
        await RetryAsync(world);

        var healthy = heads.Where(id => id != sick).Concat(followers.Where((_, n) => n != 7));
        (await world.ColumnAsync<Guid>("select event_id from effects order by event_id")).ShouldBe(healthy.Order());
        (await world.ColumnAsync<Guid>($"select event_id from {Uploads} order by seq")).ShouldBe([sick, followers[7]]);
        (await world.ScalarAsync<int>($"select max(attempts) from {Uploads}")).ShouldBe(2);
        (await world.CountAsync("inbox where event_id = $1", sick)).ShouldBe(0);
    }

    async Task<(IReadOnlyList<Guid> Heads, IReadOnlyList<Guid> Followers)> StartAsync(EngineWorld world)
    {
        var batches = Enumerable.Range(0, Batches).Select(_ => Facts.NewId()).ToList();
        var heads = await world.FeedAsync([.. batches.Select(batch => Facts.Upload(batch))]);
        var followers = await world.FeedAsync([.. batches.Select(batch => Facts.Upload(batch))]);
        _brokenAtOnce.UnionWith(heads);
        await world.StartAsync(setup =>
        {
            setup.Clock = _clock;
            setup.Script.Before = context => FailAmong(_brokenAtOnce, context.MessageId);
            setup.Script.After = context => FailAmong(_brokenAfterWriting, context.MessageId);
        });
        await world.DrainAsync(Token);
        (await world.CountAsync(Uploads)).ShouldBe(2 * Batches);
        return (heads, followers);
    }

    async Task RetryAsync(EngineWorld world)
    {
        await _clock.PassAsync(new MessagingOptions().RetryDelays[0], Token);
        await Eventually.BecomesTrueAsync(async () => await world.CountAsync($"{Uploads} and attempts = 1") == 0, Token);
        await Eventually.BecomesTrueAsync(async () => await world.CountAsync(Uploads) <= 2, Token);
    }

    static Task FailAmong(HashSet<Guid> broken, Guid? eventId) =>
        broken.Contains(eventId!.Value)
            ? Task.FromException(new ProcessingFailureException("TEST_BROKEN", "The test breaks it."))
            : Task.CompletedTask;

    static async Task<long> TransactionsAsync(EngineWorld world, IReadOnlyList<Guid> events) =>
        await world.ScalarAsync<long>("select count(distinct xmin::text) from effects where event_id = any($1)", events.ToArray());
}
