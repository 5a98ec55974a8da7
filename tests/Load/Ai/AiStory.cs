using System.Text.Json.Nodes;
using Phase1.Demo.Steps;
using Phase1.Load.Stories;
using Phase1.Load.Suite;
using Phase1.Load.Teaching;
using Phase1.ProviderStub;
using Phase1.Servers.Suites;

namespace Phase1.Load.Ai;

/// <summary>
/// Language models before one's eyes: a private suite with a provider that is a stub of real HTTP. What the ledger and the meters say is compared with
/// what the provider has heard.
/// </summary>
sealed class AiStory(Action<string> tell, TimeProvider clock)
{
    const int Essays = 30;
    const int Messy = 6;
    const string Feedback = "essay_feedback";
    const string Naming = "name_extraction";

    // After twelve calls of .0075 there is less left than a call may take, and after eleven there is not.
    const int Paid = 12;
    const decimal Limit = 0.1m;

    static readonly object NameRule = new
    {
        content = "name",
        usage = new { input_tokens = 100, output_tokens = AiSettings.NameTokens - 100 },
    };

    static readonly object FeedbackRule = new { content = "feedback", usage = new { input_tokens = 1000, output_tokens = 500 } };

    readonly List<StoryFinding> _findings = [];
    readonly Waiting _waiting = new(clock);

    internal async Task<StoryResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var stub = await StubServer.StartAsync([]);
        tell("starting the services, a database and a provider");
        await using var suite = await RunningSuite.StartAsync(
            kafka: null,
            instances: 1,
            AiSettings.Of(stub.Address),
            cancellationToken,
            withModels: true
        );
        using var samples = new ClassSamples(Essays, Messy);
        using var teacher = await Teacher.BeginAsync(suite.BasePorts[0], samples.Data, clock, cancellationToken);
        using var house = new AiHouse(suite, stub.Address, teacher.Name, clock);
        await house.SetUpAsync(cancellationToken);

        await NamesAsync(house, teacher, samples, cancellationToken);
        await QuotaEndsAsync(house, teacher, samples, cancellationToken);
        var first = await MoneyEndsAsync(house, teacher, samples, cancellationToken);
        await ProviderDiesAsync(house, teacher, samples, first, cancellationToken);
        return new(_findings);
    }

    async Task NamesAsync(AiHouse house, Teacher teacher, ClassSamples samples, CancellationToken cancellationToken)
    {
        const string Scene = "E2E-02";
        tell($"{Scene}: {Essays} essays, {Messy} of them with headers that nobody can read");
        await house.SetAsync(AiSettings.Main, NameRule, cancellationToken);
        var batch = await MatchedAsync(teacher, samples, cancellationToken);
        var heard = await house.HeardAsync(AiSettings.Main, cancellationToken);
        Note(Scene, "names that the provider was asked for", Messy, heard.Count);
        Note(Scene, "of them in the ledger", Messy, await house.BookedAsync(batch.BatchId, Naming));
        Note(
            Scene,
            "questions with a line of prose",
            0,
            heard.Count(call => ((string)call["body"]!).Contains("regnade", StringComparison.Ordinal))
        );
    }

    async Task QuotaEndsAsync(AiHouse house, Teacher teacher, ClassSamples samples, CancellationToken cancellationToken)
    {
        const string Scene = "E2E-05";
        const int Fits = 3;
        tell($"{Scene}: a quota that ends after {Fits} of {Messy} names");
        var quota = await house.BudgetAsync("tokens", (Fits * AiSettings.NameTokens) + 90, cancellationToken);
        var before = (await house.HeardAsync(AiSettings.Main, cancellationToken)).Count;
        var batch = await MatchedAsync(teacher, samples, cancellationToken);
        Note(
            Scene,
            "names that the provider was asked for",
            Fits,
            (await house.HeardAsync(AiSettings.Main, cancellationToken)).Count - before
        );
        Note(Scene, "of them in the ledger", Fits, await house.BookedAsync(batch.BatchId, Naming));
        Note(Scene, "tokens that the meter has", Fits * AiSettings.NameTokens, await house.SpentAsync(quota));
        await house.EndAsync(quota, cancellationToken);
    }

    async Task<DemoBatch> MoneyEndsAsync(AiHouse house, Teacher teacher, ClassSamples samples, CancellationToken cancellationToken)
    {
        const string Scene = "E2E-06";
        tell($"{Scene}: money that ends after {Paid} of {Essays} essays");
        await house.SetAsync(AiSettings.Main, FeedbackRule, cancellationToken);
        var budget = await house.BudgetAsync("money", Limit, cancellationToken);
        var before = (await house.HeardAsync(AiSettings.Main, cancellationToken)).Count;
        var batch = await ReadyAsync(teacher, samples, cancellationToken);
        await teacher.StartAsync(batch, "ai_feedback", cancellationToken);
        var parked = await UntilAsync(teacher, batch, "parked", cancellationToken);
        Note(Scene, "essays that are paid", Paid, (int)parked["counts"]!["done"]!);
        Note(Scene, "calls that the provider has heard", Paid, (await house.HeardAsync(AiSettings.Main, cancellationToken)).Count - before);
        tell($"{Scene}: parked with {parked["counts"]!["pending"]} essays; an administrator raises the budget");

        await house.RaiseAsync(budget, 1, cancellationToken);
        var done = await UntilAsync(teacher, batch, "done", cancellationToken);

        var heard = (await house.HeardAsync(AiSettings.Main, cancellationToken)).Skip(before).ToList();
        Note(Scene, "essays with feedback", Essays, (int)done["counts"]!["done"]!);
        Note(Scene, "calls that the provider has heard", Essays, heard.Count);
        Note(Scene, "calls in the ledger", Essays, await house.BookedAsync(batch.BatchId, Feedback));
        Note(Scene, "what they cost", Essays * AiSettings.FeedbackCost, await house.CostAsync(batch.BatchId, Feedback));
        Note(Scene, "what the meter has", Essays * AiSettings.FeedbackCost, await house.SpentAsync(budget));
        Note(Scene, "calls with a name of the class", 0, heard.Count(call => samples.Names.Any(((string)call["body"]!).Contains)));
        await house.EndAsync(budget, cancellationToken);
        return batch;
    }

    async Task ProviderDiesAsync(AiHouse house, Teacher teacher, ClassSamples samples, DemoBatch first, CancellationToken cancellationToken)
    {
        const string Scene = "E2E-10";
        tell($"{Scene}: the first provider is dead");
        await house.SetAsync(AiSettings.Spare, FeedbackRule, cancellationToken);
        var batch = await ReadyAsync(teacher, samples, cancellationToken);
        await house.SetAsync(AiSettings.Main, new { answer = "status", status = 503 }, cancellationToken);
        await teacher.StartAsync(batch, "ai_feedback", cancellationToken);
        var done = await UntilAsync(teacher, batch, "done", cancellationToken);
        Note(Scene, "essays with feedback", Essays, (int)done["counts"]!["done"]!);
        Note(Scene, "calls of the other provider", Essays, (await house.HeardAsync(AiSettings.Spare, cancellationToken)).Count);
        Note(Scene, "calls in the ledger", Essays, await house.BookedAsync(batch.BatchId, Feedback));
        Note(Scene, "the same result as undisturbed", 1, Same(done, await teacher.FeedbackAsync(first, cancellationToken)) ? 1 : 0);

        tell($"{Scene}: it is back");
        await house.SetAsync(AiSettings.Main, FeedbackRule, cancellationToken);
        await AvailableAsync(house, cancellationToken);
        Note(Scene, "the circuit is closed again", 1, 1);
    }

    async Task<DemoBatch> MatchedAsync(Teacher teacher, ClassSamples samples, CancellationToken cancellationToken)
    {
        var batch = await teacher.HandInAsync(samples.Unreadable, cancellationToken);
        await teacher.WatchAsync(batch, view => view.HasSuggestions, cancellationToken);
        return batch;
    }

    static async Task<DemoBatch> ReadyAsync(Teacher teacher, ClassSamples samples, CancellationToken cancellationToken)
    {
        var batch = await teacher.HandInAsync(samples.WithClass, cancellationToken);
        await teacher.WatchAsync(batch, view => view.HasSuggestions || view.IsReady, cancellationToken);
        await teacher.AcceptAsync(batch, cancellationToken);
        await teacher.WatchAsync(batch, view => view.IsReady, cancellationToken);
        return batch;
    }

    async Task<JsonNode> UntilAsync(Teacher teacher, DemoBatch batch, string state, CancellationToken cancellationToken) =>
        (
            await _waiting.UntilAsync(
                token => teacher.FeedbackAsync(batch, token),
                feedback => (string?)feedback?["state"] == state,
                feedback => $"Feedback is {feedback?["state"]} and not {state}.",
                cancellationToken
            )
        )!;

    Task AvailableAsync(AiHouse house, CancellationToken cancellationToken) =>
        _waiting.UntilAsync(
            token => house.StateAsync(AiSettings.Main, token),
            state => state == "available",
            state => $"The provider is {state}.",
            cancellationToken
        );

    // Ids differ; what was written does not.
    static bool Same(JsonNode one, JsonNode? other) => JsonNode.DeepEquals(Written(one), Written(other!));

    static JsonArray Written(JsonNode feedback) => new([.. feedback["essays"]!.AsArray().Select(essay => essay!["feedback"]?.DeepClone())]);

    void Note(string scene, string what, decimal expected, decimal found) => _findings.Add(new(scene, what, expected, found));
}
