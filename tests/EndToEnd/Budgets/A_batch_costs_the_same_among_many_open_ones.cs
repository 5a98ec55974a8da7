using Npgsql;
using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Budgets;

/// <summary>
/// However many batches are open, one more takes as many statements, and each of them reads as many blocks: none of them walks over what is not its
/// own. Where the whole number of repetitions is asked for there are 100,000.
/// </summary>
public sealed class A_batch_costs_the_same_among_many_open_ones
{
    const int Essays = 10;
    const int Few = 100;

    // An index of a thousand times as many rows is a level deeper or two, for each row that a statement looks for or writes.
    const double Deeper = 2;
    const double FewBlocks = 30;

    // How many records a poll finds is chance.
    const double Chance = 1.3;

    const string Costs = """
        select d.datname || ': ' || s.query, (sum(s.shared_blks_hit + s.shared_blks_read) / sum(s.calls))::float8
        from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = any($1) group by 1
        """;

    static readonly int Many = Repetitions.IsWhole ? 100_000 : 1_000;

    [Fact]
    public async Task As_among_a_hundred()
    {
        // It counts what it reads, for this test alone.
        await using var server = await PostgresServer.StartPrivateAsync();
        await using var meter = new SuiteMeter(server);
        await using var suite = await SuiteUnderTest.StartAsync(server, meter: meter);
        var context = new Phase1TestContext(suite) { TimeFlows = false };
        var crowd = new Crowd(suite, await OpenAsync(context));
        await crowd.GrowAsync(Few);
        // What a service asks once, at its first batch, is not the cost of a batch.
        await CostAsync(context, meter);

        var few = await CostAsync(context, meter);
        await crowd.GrowAsync(Many);
        var many = await CostAsync(context, meter);

        few.Blocks.Count.ShouldBeGreaterThan(50);
        many.Blocks.Where(statement =>
                statement.Value > (few.Blocks.GetValueOrDefault(statement.Key, statement.Value) * Deeper) + FewBlocks
            )
            .Select(statement => $"{statement.Value:0} blocks, {few.Blocks[statement.Key]:0} among few: {statement.Key}")
            .ShouldBeEmpty();
        many.Statements.ShouldBeLessThan(few.Statements * Chance);
    }

    /// <summary>A batch that waits for its teacher.</summary>
    static async Task<TestBatch> OpenAsync(Phase1TestContext context)
    {
        var batch = await context.RegisterBatchAsync(await context.EnterClassAsync(CourseCode.Sv2, 2));
        await context.UploadAsync(batch, [.. batch.Students.Select(Phase1TestContext.TextBy)]);
        await context.WaitForSuggestionsAsync(batch);
        await context.Suite.DrainAsync();
        return batch;
    }

    /// <summary>Takes a batch from its registration to ready.</summary>
    static async Task<Cost> CostAsync(Phase1TestContext context, SuiteMeter meter)
    {
        var made = await context.EnterClassAsync(CourseCode.Sv2, Essays);
        await context.Suite.DrainAsync();
        var log = context.Suite.Database("Log");
        await ExecuteAsync(log, "create extension if not exists pg_stat_statements");
        await ExecuteAsync(log, "select pg_stat_statements_reset()");
        var before = Statements();

        var batch = await context.RegisterBatchAsync(made);
        await context.UploadAsync(batch, [.. batch.Students.Select(Phase1TestContext.TextBy)]);
        await context.WaitForSuggestionsAsync(batch);
        await context.AcceptCertainAsync(batch);
        await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);

        await context.Suite.DrainAsync();

        await using var command = log.CreateCommand(Costs);
        command.Parameters.Add(
            new() { Value = SuiteUnderTest.Databases.Select(name => DatabaseOf(context.Suite.Database(name))).ToArray() }
        );
        await using var reader = await command.ExecuteReaderAsync();
        var blocks = new Dictionary<string, double>();
        while (await reader.ReadAsync())
        {
            blocks[reader.GetString(0)] = reader.GetDouble(1);
        }
        return new(Statements() - before, blocks);

        double Statements() => meter.Read().Values.Sum(counts => counts.Statements);
    }

    static string DatabaseOf(NpgsqlDataSource source) => new NpgsqlConnectionStringBuilder(source.ConnectionString).Database!;

    static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What a batch costs.</summary>
    /// <param name="Statements">How many the services ran.</param>
    /// <param name="Blocks">How many a statement reads each time, by database and text.</param>
    sealed record Cost(double Statements, IReadOnlyDictionary<string, double> Blocks);
}
