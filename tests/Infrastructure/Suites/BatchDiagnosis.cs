using Npgsql;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>What an engineer would look at first when a batch does not go on: parked facts, dead letters and held records of every service.</summary>
static class BatchDiagnosis
{
    public static async Task<string> OfAsync(SuiteUnderTest suite, TestBatch batch)
    {
        var parked = await TextAsync(
            suite,
            SuiteUnderTest.BatchOrchestrator,
            "select kind from parked_facts where batch_id = $1",
            batch.Id
        );
        var letters = new List<string>();
        foreach (
            var service in new[]
            {
                SuiteUnderTest.BatchOrchestrator,
                SuiteUnderTest.EssayLifecycle,
                SuiteUnderTest.Nlp,
                SuiteUnderTest.ClassManagement,
                SuiteUnderTest.FileIntake,
            }
        )
        {
            letters.Add(
                await TextAsync(
                    suite,
                    service,
                    "select consumer || ' ' || topic || ' ' || reason_code || ' ' || reason from dead_letters where batch_id = $1 "
                        + "union all select consumer || ' holds ' || topic || ' after ' || attempts from held_messages where batch_id = $1",
                    batch.Id
                )
            );
        }
        return $"parked: {parked}; dead letters and held records: {string.Join(' ', letters)}";
    }

    static async Task<string> TextAsync(SuiteUnderTest suite, string service, string sql, Guid batchId)
    {
        await using var command = suite.Database(service).CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = batchId });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }
        return string.Join(", ", lines);
    }
}
