using System.Net;
using System.Text;

namespace Phase1.Load.Gateway;

/// <summary>The gateway as one process and as two, under callers who wait for nothing, beside the least that a process in its place could do.</summary>
sealed class GatewayBenchmark(GatewayLoadOptions options, Action<string> tell, TimeProvider clock)
{
    const int WarmUp = 300;
    const int Sequential = 600;
    const int Parallel = 2000;

    // What a call takes by the provider's word: less than it may take at most, so that a limit can be kept to the last token.
    const int Tokens = 120;
    const int Sent = 20;

    const string Body = """{"model":"mid","messages":[{"role":"user","content":"Vem har skrivit det här, och när?"}],"max_tokens":100}""";

    static readonly object Answer = new { text = "Ja.", usage = new { input_tokens = Sent, output_tokens = Tokens - Sent } };

    internal async Task<GatewayFigures> RunAsync(CancellationToken cancellationToken)
    {
        await using var house = await GatewayHouse.StartAsync(cancellationToken);
        await house.SetAsync("main", Answer, cancellationToken);
        await house.SetAsync("bounded", Answer, cancellationToken);
        var first = await house.LaunchAsync(new Dictionary<string, string?>(), cancellationToken);
        var school = new BenchedSchool(house, clock);
        await school.AddModelAsync(first, "main", cancellationToken);
        await school.AddModelAsync(first, "bounded", cancellationToken);

        tell("a bare process in the gateway's place, and the database alone");
        var direct = await StraightAsync(house, CompletionsOf(house), cancellationToken);
        var floor = await FloorAsync(house, cancellationToken) - direct;
        var database = new DatabaseFloor(house.ConnectionString, clock);
        var commit = Quantile.Of(await database.CommitsAsync(cancellationToken), 0.5);
        var single = await database.SinglesPerSecondAsync(cancellationToken);

        tell("one call after the other: without a ledger, and with four meters");
        var untracked = await UntrackedAsync(house, school, cancellationToken) - direct;
        await school.OpenAsync(first, "measured", "main", cancellationToken);
        foreach (var (unit, period) in new[] { ("tokens", "day"), ("tokens", "month"), ("money", "day"), ("money", "month") })
        {
            await school.BudgetAsync(first, "measured", unit, period, 1_000_000_000, cancellationToken);
        }
        await school.AskAsync([first], "measured", WarmUp, 1, cancellationToken);
        var metered =
            Quantile.Of((await school.AskAsync([first], "measured", Sequential, 1, cancellationToken)).Milliseconds, 0.5) - direct;
        var decisions = await school.RepeatAsync(first, HttpMethod.Post, "/v1/llm/route", "measured", cancellationToken);
        var quotas = await school.RepeatAsync(first, HttpMethod.Get, "/v1/workspaces/user:measured/quota", "measured", cancellationToken);
        var healths = await school.RepeatAsync(first, HttpMethod.Get, "/v1/llm/health", "measured", cancellationToken);

        tell("16 at once to a provider of 20 ms, then 50 and 64 on one hot row");
        var sixteen = await SixteenAsync(house, school, first, cancellationToken);
        var before = await GuardHistogram.ReadAsync(house.Http, first, cancellationToken);
        await school.AskAsync([first], "measured", Parallel / 2, 50, cancellationToken);
        var guard = (await GuardHistogram.ReadAsync(house.Http, first, cancellationToken)).SinceMs(before, 0.95);
        var one = await school.AskAsync([first], "measured", Parallel, 64, cancellationToken);

        tell($"a second gateway, and {options.Calls} calls on a limit that covers some of them");
        var second = await house.LaunchAsync(new Dictionary<string, string?>(), cancellationToken);
        await school.AskAsync([second], "measured", WarmUp, 16, cancellationToken);
        var two = await school.AskAsync([first, second], "measured", Parallel, 64, cancellationToken);
        var bounded = await BoundedAsync(house, school, [first, second], cancellationToken);

        return new(
            Environment.ProcessorCount,
            Round(floor),
            Round(commit),
            Round(single),
            Round(untracked),
            Round(metered),
            Round(floor + (2 * commit) + 0.5),
            Round(sixteen),
            Round(one.PerSecond),
            Round(one.PerSecond / Environment.ProcessorCount),
            Round(2 * one.PerSecond),
            Round(2 * one.PerSecond / single),
            Round(two.PerSecond / one.PerSecond),
            Round(guard),
            Round(Quantile.Of(decisions, 0.95)),
            Round(Quantile.Of(decisions, 0.99)),
            Round(Quantile.Of(quotas, 0.95)),
            Round(Quantile.Of(healths, 0.95)),
            bounded
        );
    }

    async Task<double> FloorAsync(GatewayHouse house, CancellationToken cancellationToken)
    {
        await using var between = await PassThrough.StartAsync(CompletionsOf(house), cancellationToken);
        return await StraightAsync(house, between.Address, cancellationToken);
    }

    async Task<double> UntrackedAsync(GatewayHouse house, BenchedSchool school, CancellationToken cancellationToken)
    {
        var gateway = await house.LaunchAsync(new Dictionary<string, string?> { ["Costs__Tracking"] = "off" }, cancellationToken);
        await school.OpenAsync(gateway, "untracked", "main", cancellationToken);
        await school.AskAsync([gateway], "untracked", WarmUp, 1, cancellationToken);
        return Quantile.Of((await school.AskAsync([gateway], "untracked", Sequential, 1, cancellationToken)).Milliseconds, 0.5);
    }

    async Task<double> SixteenAsync(GatewayHouse house, BenchedSchool school, Uri gateway, CancellationToken cancellationToken)
    {
        const int Latency = 20;
        await house.SetAsync("main", new { text = "Ja.", latency_ms = Latency }, cancellationToken);
        await school.AskAsync([gateway], "measured", WarmUp, 16, cancellationToken);
        var took = await school.AskAsync([gateway], "measured", Parallel, 16, cancellationToken);
        await house.SetAsync("main", Answer, cancellationToken);
        return Quantile.Of(took.Milliseconds, 0.99) - Latency;
    }

    async Task<BoundedRun> BoundedAsync(GatewayHouse house, BenchedSchool school, Uri[] gateways, CancellationToken cancellationToken)
    {
        const string Teacher = "bounded";
        const int AtOnce = 64;
        // Six in ten are covered.
        var limit = options.Calls * 6L / 10 * Tokens;
        await school.OpenAsync(gateways[0], Teacher, "bounded", cancellationToken);
        var budget = await school.BudgetAsync(gateways[0], Teacher, "tokens", "day", limit, cancellationToken);
        var asked = await school.AskAsync(gateways, Teacher, options.Calls, AtOnce, cancellationToken);
        var workspace = $"user:{Teacher}";
        return new(
            options.Calls,
            asked.Answered,
            await house.HeardAsync("bounded", cancellationToken),
            (long)await house.ScalarAsync("select count(*)::numeric from llm_usage where workspace_id = $1", workspace),
            limit,
            await house.ScalarAsync("select sum(spent) from budget_periods where budget_id = $1", budget),
            await house.ScalarAsync(
                "select coalesce(sum(input_tokens + output_tokens), 0) from llm_usage where workspace_id = $1",
                workspace
            ),
            await house.ScalarAsync("select sum(reserved) from budget_periods where budget_id = $1", budget)
        );
    }

    async Task<double> StraightAsync(GatewayHouse house, Uri address, CancellationToken cancellationToken)
    {
        List<double> took = [];
        for (var i = 0; i < WarmUp + Sequential; i++)
        {
            var began = clock.GetTimestamp();
            using var content = new StringContent(Body, Encoding.UTF8, "application/json");
            using var answer = await house.Http.PostAsync(address, content, cancellationToken);
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{address} has answered {(int)answer.StatusCode}.");
            }
            took.Add(clock.GetElapsedTime(began).TotalMilliseconds);
        }
        return Quantile.Of([.. took.Skip(WarmUp)], 0.5);
    }

    static Uri CompletionsOf(GatewayHouse house) => new(house.Stub, "s/floor/openai/v1/chat/completions");

    static double Round(double value) => Math.Round(value, 2);
}
