using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Phase1.Benchmarks.Engine;

/// <summary>The database of the service that is measured.</summary>
static class BenchDatabase
{
    const string Empty = "drop schema public cascade; create schema public";

    // No row yet, but the planner knows that, and does not take the tables for unknown ones.
    const string Analyse = "analyze";

    /// <summary>Makes the service's tables afresh, and takes the log away.</summary>
    public static async Task MakeAnewAsync(string connectionString)
    {
        var options = new DbContextOptionsBuilder<BenchContext>().UseNpgsql(connectionString).Options;
        await using var context = new BenchContext(options);
        await using var database = NpgsqlDataSource.Create(connectionString);
        foreach (var sql in new[] { Empty, context.Database.GenerateCreateScript(), Analyse })
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
