using Phase1.Demo.Ledger;
using Phase1.Events;
using Phase1.Load.Harms;
using Phase1.Load.Torture;

namespace Phase1.EndToEnd.Tests.Torture;

/// <summary>How long a batch stood still for a harm's sake.</summary>
public sealed class StallTests
{
    static readonly Guid Batch = Guid.Parse("0199c0de-0000-7000-8000-000000000001");
    static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_stands_still_from_the_end_of_the_harm_to_its_next_fact() =>
        Longest([Harm("kill", 9, 10)], Fact(Topics.BatchEssaysRegistered, 8), Fact(Topics.BatchFileAdded, 14.5))["kill"].ShouldBe(4.5);

    [Fact]
    public void The_longest_of_a_kind_counts() =>
        Longest(
            [Harm("kill", 9, 10), Harm("kill", 20, 20)],
            Fact(Topics.BatchEssaysRegistered, 8),
            Fact(Topics.BatchFileAdded, 11),
            Fact(Topics.BatchFileAdded, 23)
        )["kill"]
            .ShouldBe(3);

    [Fact]
    public void What_comes_after_the_next_harm_is_that_ones()
    {
        var stalls = Longest(
            [Harm("kill", 10, 10), Harm("outage", 12, 40)],
            Fact(Topics.BatchEssaysRegistered, 8),
            Fact(Topics.BatchFileAdded, 41)
        );

        stalls["kill"].ShouldBe(2);
        stalls["outage"].ShouldBe(1);
    }

    [Fact]
    public void A_batch_that_waits_for_its_teacher_does_not_stand_still() =>
        Longest([Harm("kill", 10, 10)], Fact(Topics.BatchAuthorMatchesSuggested, 8), Fact(Topics.StudentAssociationsConfirmed, 60))["kill"]
            .ShouldBe(0);

    [Fact]
    public void A_batch_that_was_not_under_way_is_not_touched() =>
        Longest([Harm("kill", 10, 10)], Fact(Topics.BatchEssaysRegistered, 11), Fact(Topics.BatchFileAdded, 15))["kill"].ShouldBe(0);

    static IReadOnlyDictionary<string, double> Longest(Happening[] happenings, params LoggedRecord[] log) =>
        Stalls.Longest(happenings, log);

    static Happening Harm(string kind, double began, double over) => new(new NamedHarm(kind), At(began), At(over));

    static LoggedRecord Fact(string topic, double at) =>
        new(topic, Guid.Empty, At(at), "", Guid.Empty, null, Batch, null, null, null, null);

    static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    sealed record NamedHarm(string Kind) : IHarm
    {
        public Task<string> HappenAsync(Random random, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
