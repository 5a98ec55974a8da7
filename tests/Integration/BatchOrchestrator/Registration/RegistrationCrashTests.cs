using Phase1.Integration.Tests.Infrastructure;

namespace Phase1.Integration.Tests.BatchOrchestrator.Registration;

/// <summary>A registration is all there or not at all, wherever it breaks off.</summary>
public sealed class RegistrationCrashTests
{
    static readonly string[] Tables = ["batches", "batch_essays", "batch_status_history", "outbox"];

    [Theory, Trait("Scenario", "S-128")]
    [InlineData("batches")]
    [InlineData("batch_essays")]
    [InlineData("batch_status_history")]
    [InlineData("outbox")]
    public async Task A_registration_that_is_refused_at_any_table_leaves_nothing(string table)
    {
        await using var bos = await BosTest.StartAsync();
        await bos.OneAsync($"alter table {table} add constraint planted check (false)");

        await ShouldLeaveNothingAsync(bos);
    }

    [Theory, Trait("Scenario", "S-128")]
    [InlineData("batches", false)]
    [InlineData("batch_essays", false)]
    [InlineData("batch_status_history", false)]
    [InlineData("outbox", false)]
    [InlineData("batches", true)]
    [InlineData("batch_essays", true)]
    [InlineData("batch_status_history", true)]
    [InlineData("outbox", true)]
    public async Task A_registration_that_dies_after_any_statement_or_in_the_commit_leaves_nothing(string table, bool inCommit)
    {
        await using var bos = await BosTest.StartAsync();
        await PlantedFault.DieAfterInsertAsync(bos.Service.Db, table, inCommit);

        await ShouldLeaveNothingAsync(bos);

        await PlantedFault.RemoveAsync(bos.Service.Db);
        await bos.RegisterAsync();
    }

    static async Task ShouldLeaveNothingAsync(BosTest bos)
    {
        var answer = await bos.PostAsync("/v1/batches/register", BosTest.Registration(3, null));
        await bos.Service.DrainAsync();

        answer.IsSuccessStatusCode.ShouldBeFalse();
        // What leaves the outbox is on the log: neither may have any of it.
        foreach (var table in Tables.Append("log_records"))
        {
            (await bos.CountAsync(table)).ShouldBe(0);
        }
    }
}
