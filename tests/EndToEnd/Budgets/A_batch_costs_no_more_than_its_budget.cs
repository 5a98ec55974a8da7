using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Budgets;

/// <summary>
/// Statements, commits, round trips and HTTP requests of batches of 30 essays, from registration to ready, by service. These depend on the machine
/// only in how many records a poll finds, for which the budgets leave room; batches side by side wait for one another before each step.
/// </summary>
public sealed class A_batch_costs_no_more_than_its_budget
{
    const int Essays = 30;
    const int SideBySide = 8;

    [Fact]
    public async Task When_it_is_alone() => (await CostAsync(batches: 1)).ShouldBeEmpty();

    [Fact]
    public async Task When_eight_run_side_by_side() => (await CostAsync(SideBySide)).ShouldBeEmpty();

    static async Task<IReadOnlyList<string>> CostAsync(int batches)
    {
        var server = await PostgresServer.SharedAsync();
        await using var meter = new SuiteMeter(server);
        await using var suite = await SuiteUnderTest.StartAsync(server, meter: meter);
        var context = new Phase1TestContext(suite) { TimeFlows = false };
        // What a service asks once, at its first batch, is not the cost of a batch.
        await TeachAsync(context, [await context.EnterClassAsync(CourseCode.Sv2, 1)]);
        var classes = new List<TestClass>();
        for (var i = 0; i < batches; i++)
        {
            classes.Add(await context.EnterClassAsync(CourseCode.Sv2, Essays));
        }
        await suite.DrainAsync();

        var before = meter.Read();
        await TeachAsync(context, classes);
        await suite.DrainAsync();
        var counted = meter.Read().ToDictionary(service => service.Key, service => (service.Value - before[service.Key]).Each(batches));
        counted["Sum"] = counted.Values.Aggregate((sum, service) => sum + service).Each(1);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', counted.Select(service => $"{service.Key}: {service.Value}")));
        return Budget.OfBatch(batches == 1 ? "alone" : "side_by_side").Excesses(counted);
    }

    static async Task TeachAsync(Phase1TestContext context, IReadOnlyList<TestClass> classes)
    {
        var batches = await Task.WhenAll(classes.Select(context.RegisterBatchAsync));
        await Task.WhenAll(batches.Select(batch => context.UploadAsync(batch, [.. batch.Students.Select(Phase1TestContext.TextBy)])));
        await Task.WhenAll(batches.Select(context.WaitForSuggestionsAsync));
        await Task.WhenAll(batches.Select(context.AcceptCertainAsync));
        await Task.WhenAll(batches.Select(batch => context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution)));
    }
}
