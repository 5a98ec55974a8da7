using System.Globalization;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.EndToEnd.Tests.Crashes;

/// <summary>The gateway and Feedback are killed while a class is written about: what a provider has answered is paid, and paid once.</summary>
public sealed class FeedbackKillTests
{
    static readonly int Kills = Repetitions.Of(20);
    static readonly int Essays = 8 + (4 * Kills);

    // Longer than an open call is believed to be alive.
    static readonly TimeSpan AfterTheLifetime = TimeSpan.FromMinutes(11);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "E2E-11")]
    public async Task Kills_of_the_gateway_and_of_feedback_leave_no_answer_unpaid_and_pay_none_twice()
    {
        await using var house = await PaidHouse.StartAsync();
        var essays = await house.OrderAsync(Essays);
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            var goal = (await house.HeardAsync(Essays)).Sum() + 1 + random.Next(4);
            await Eventually.BecomesTrueAsync(
                async () => (await house.HeardAsync(Essays)).Sum() >= goal || await IsDoneAsync(house),
                Token
            );
            // Both at once, now and then.
            var victims = random.Next(3) == 0 ? house.Victims : [house.Victims[random.Next(2)]];
            await Task.WhenAll(victims.Select(victim => victim.KillAsync()));
            foreach (var victim in victims)
            {
                victim.Start();
            }
            await house.ReadyAsync();
            await house.AdvanceAsync(AfterTheLifetime);
        }

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await house.AdvanceAsync(TimeSpan.FromSeconds(5));
                return await IsDoneAsync(house);
            },
            Token
        );
        await house.AdvanceAsync(AfterTheLifetime);
        await Eventually.BecomesTrueAsync(
            async () => (await house.LedgerAsync("select request_id::text from reservations")).Count == 0,
            Token
        );

        (await house.FeedbackAsync("select essay_id::text from essay_feedback"))
            .Order()
            .ShouldBe(essays.Select(essay => essay.ToString()).Order());
        var heard = await house.HeardAsync(Essays);
        var booked = Counts(await house.LedgerAsync("select essay_id::text || ' ' || count(*) from llm_usage group by essay_id"));
        var completed = Counts(
            await house.LedgerAsync("select essay_id::text || ' ' || count(*) from llm_usage where outcome = 'completed' group by essay_id")
        );
        for (var place = 0; place < Essays; place++)
        {
            var essay = essays[place].ToString();
            // A call that was cut off may have been paid without having been heard, at the most that it can have taken; never the other way round.
            booked.GetValueOrDefault(essay).ShouldBeGreaterThanOrEqualTo(heard[place], essay);
            completed.GetValueOrDefault(essay).ShouldBeInRange(1, heard[place], essay);
        }
        (
            await house.LedgerAsync(
                """
                select (spent = (select sum(cost_total) from llm_usage))::text || ' ' || trim_scale(reserved)::text
                from budget_periods
                """
            )
        ).ShouldBe(["true 0"]);
    }

    static async Task<bool> IsDoneAsync(PaidHouse house) => await house.FeedbackAsync("select state from feedback_runs") is ["done"];

    static Dictionary<string, int> Counts(List<string> rows) =>
        rows.Select(row => row.Split(' ')).ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));
}
