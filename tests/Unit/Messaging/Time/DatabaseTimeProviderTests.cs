using Phase1.Messaging.Time;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.Messaging.Time;

public class DatabaseTimeProviderTests
{
    static readonly DateTimeOffset Told = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    readonly ManualTimeProvider _node = new();

    DatabaseTimeProvider Clock(Func<TimeSpan>? shift = null) => new(_node, shift);

    /// <summary>The database tells a time, and its answer takes as long.</summary>
    void Tell(DatabaseTimeProvider clock, DateTimeOffset told, TimeSpan took)
    {
        var asked = _node.GetTimestamp();
        _node.Advance(took);
        clock.Hear(told, asked);
    }

    [Fact]
    public void Until_the_database_has_answered_it_is_the_nodes() => Clock().GetUtcNow().ShouldBe(_node.GetUtcNow());

    [Fact]
    public void It_goes_on_from_what_the_database_told()
    {
        var clock = Clock();
        Tell(clock, Told, TimeSpan.FromMilliseconds(3));

        _node.Advance(TimeSpan.FromSeconds(7));

        clock.GetUtcNow().ShouldBe(Told + TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void A_node_that_is_set_while_it_runs_moves_nothing()
    {
        var node = new WrongTimeProvider(TimeSpan.Zero);
        var clock = new DatabaseTimeProvider(node);
        clock.Hear(Told, node.GetTimestamp());

        foreach (var hours in new[] { 1, -1 })
        {
            node.Ahead = TimeSpan.FromHours(hours);
            (clock.GetUtcNow() - Told).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void What_was_moved_on_purpose_is_added()
    {
        var shift = TimeSpan.Zero;
        var clock = Clock(() => shift);
        Tell(clock, Told, TimeSpan.Zero);

        shift = TimeSpan.FromHours(24);

        clock.GetUtcNow().ShouldBe(Told + TimeSpan.FromHours(24));
    }

    [Fact]
    public void A_slow_answer_that_contradicts_nothing_moves_nothing()
    {
        var clock = Clock();
        Tell(clock, Told, TimeSpan.Zero);

        // The database told the time at once; the answer was long on its way.
        Tell(clock, Told, TimeSpan.FromSeconds(2));

        clock.GetUtcNow().ShouldBe(Told + TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_clock_that_has_fallen_behind_is_put_forward()
    {
        var clock = Clock();
        Tell(clock, Told, TimeSpan.Zero);

        // The machine was suspended for an hour, and its stopwatch with it.
        Tell(clock, Told + TimeSpan.FromHours(1), TimeSpan.FromSeconds(2));

        clock.GetUtcNow().ShouldBe(Told + TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_clock_that_is_ahead_is_put_back_and_never_beyond_what_was_told()
    {
        var clock = Clock();
        Tell(clock, Told + TimeSpan.FromHours(1), TimeSpan.Zero);

        Tell(clock, Told, TimeSpan.FromSeconds(2));

        clock.GetUtcNow().ShouldBe(Told);
    }

    [Fact]
    public void Timers_and_stopwatch_are_the_nodes()
    {
        var clock = Clock();
        Tell(clock, Told, TimeSpan.Zero);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        var began = clock.GetTimestamp();

        _node.Advance(TimeSpan.FromMinutes(1));

        fired.ShouldBe(1);
        clock.GetElapsedTime(began).ShouldBe(TimeSpan.FromMinutes(1));
    }
}
