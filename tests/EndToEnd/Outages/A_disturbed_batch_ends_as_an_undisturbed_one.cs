using Npgsql;
using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>The database crashes, the essays' storage stands still, the services restart: afterwards a batch is where it would have been anyway.</summary>
[Trait("Scenario", "S-005")]
[Collection(nameof(OneOutageAtATime))]
public sealed class A_disturbed_batch_ends_as_an_undisturbed_one
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_breaks_at_each_of_its_steps()
    {
        Assert.SkipUnless(PostgresServer.CanStartPrivate, "PostgreSQL's programs are not installed.");
        await using var server = await PostgresServer.StartPrivateAsync();
        await using var suite = await SuiteUnderTest.StartAsync(server);
        var context = new Phase1TestContext(suite);
        var undisturbed = await RunAsync(context, () => Task.CompletedTask);

        EndState[] disturbed =
        [
            await RunAsync(context, () => CrashAsync(suite, server)),
            await RunAsync(context, suite.RestartAsync),
            await RunAsync(context, () => DelayStorageAsync(context)),
        ];

        disturbed.ShouldAllBe(end => end.Equals(undisturbed));
    }

    /// <summary>From the upload to ready; the fault strikes while texts, and then while decisions, are on their way.</summary>
    static async Task<EndState> RunAsync(Phase1TestContext context, Func<Task> fault)
    {
        var batch = await context.CreateBatchAsync(BatchKind.Regular, CourseCode.Sv2, 3);
        await fault();
        await context.WaitForSuggestionsAsync(batch);
        await context.AcceptAllAsync(batch);
        await fault();
        await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await context.Suite.DrainAsync();
        await context.VerifyEventChainAsync(batch);
        return await EndState.OfAsync(context, batch);
    }

    static async Task CrashAsync(SuiteUnderTest suite, PostgresServer server)
    {
        await server.StopImmediateAsync();
        await server.StartAsync();
        // The tests' own connections died with the server.
        Array.ForEach(SuiteUnderTest.Databases, name => suite.Database(name).Clear());
    }

    /// <summary>Nobody can write an essay for as long as a dozen polls of its service take.</summary>
    static async Task DelayStorageAsync(Phase1TestContext context)
    {
        await using var connection = await context.Suite.Database(SuiteUnderTest.EssayLifecycle).OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using var locked = new NpgsqlCommand("lock table essays in share row exclusive mode", connection, transaction);
        await locked.ExecuteNonQueryAsync(Token);
        for (var poll = 0; poll < 12; poll++)
        {
            await context.FlowAsync();
        }
        await transaction.RollbackAsync(Token);
    }

    /// <summary>Where a batch ends, without its ids and times.</summary>
    sealed record EndState(string History, long LinkedEssays, long Decisions, long DeadLetters, long Held)
    {
        internal static async Task<EndState> OfAsync(Phase1TestContext context, TestBatch batch) =>
            new(
                string.Join(" -> ", await context.HistoryAsync(batch)),
                await CountAsync(context, batch, SuiteUnderTest.EssayLifecycle, "essays where student_id is not null and batch_id = $1"),
                await CountAsync(
                    context,
                    batch,
                    SuiteUnderTest.ClassManagement,
                    "associations where decision = 'accepted' and batch_id = $1"
                ),
                await CountAsync(context, batch, SuiteUnderTest.EssayLifecycle, "dead_letters where batch_id = $1"),
                await CountAsync(context, batch, SuiteUnderTest.EssayLifecycle, "held_messages where batch_id = $1")
            );

        static async Task<long> CountAsync(Phase1TestContext context, TestBatch batch, string service, string from)
        {
            await using var command = context.Suite.Database(service).CreateCommand($"select count(*) from {from}");
            command.Parameters.Add(new() { Value = batch.Id });
            return (long)(await command.ExecuteScalarAsync(Token))!;
        }
    }
}
