using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Outages;

/// <summary>Each kind of failure at each step of a poll, until there is no further step: the record is applied once, and nobody has to look at it.</summary>
[Trait("Scenario", "S-702")]
public sealed class Every_failure_of_the_database_in_a_poll_passes
{
    const string Inbox = "select string_agg(outcome, ' ') from inbox where event_id = $1";
    const string Trouble =
        "select concat_ws(' ', (select count(*) from held_messages), (select count(*) from dead_letters), ($1::uuid is null))";

    // All kinds take minutes: the everyday run has the first, a session that is cut.
    static IEnumerable<WireFault> Kinds => WireFault.All.Take(Repetitions.Of(WireFault.All.Count));

    public static IEnumerable<TheoryDataRow<string, string>> EveryFault =>
        FaultyPoll.All.SelectMany(poll => Kinds.Select(fault => new TheoryDataRow<string, string>(poll.Name, fault.Name)));

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task At_whatever_step(string name, string kind)
    {
        var poll = FaultyPoll.All.Single(one => one.Name == name);
        var fault = WireFault.All.Single(one => one.Name == kind);
        await using var service = await FaultyService.StartAsync(poll.Service, fault.IsSilent);
        var account = new List<string>();
        var undisturbed = await TryAsync(step: int.MaxValue);

        for (var step = 1; ; step++)
        {
            var found = await TryAsync(step);
            if (!service.Wire.HasStruck)
            {
                step.ShouldBeGreaterThan(3, "a poll has more steps");
                break;
            }
            account.AddRange(found == undisturbed ? [] : [$"step {step}: {found} instead of {undisturbed}"]);
        }

        account.ShouldBeEmpty();
        undisturbed.ShouldEndWith("applied | 0 0 f");

        async Task<string> TryAsync(int step)
        {
            var fact = await poll.PrepareAsync(service);
            await service.RestAsync();
            service.Arm(step, fault);
            var eventId = await service.Service.FeedAsync(fact);
            await service.RestAsync();
            service.Wire.Disarm();
            var texts = new[] { (poll.Effects, fact.BatchId), (Inbox, eventId), (Trouble, eventId) };
            return string.Join(" | ", await Task.WhenAll(texts.Select(text => service.ReadAsync(text.Item1, text.Item2))));
        }
    }
}
