using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.ServiceDefaults;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Privacy;

/// <summary>Leaves out each statement that erases, one at a time, and sees whether the verification notices. Nothing of it is committed.</summary>
public static class ErasureStatements
{
    /// <summary>The statements, with their tables, that nobody would miss.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="subject">A student with a row in each place.</param>
    public static async Task<IReadOnlyList<string>> UnmissedAsync(IServiceProvider services, DataSubject subject)
    {
        await using var scope = services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<IPersonalData>();
        PersonalTable[] tables = [.. data.Tables, .. EnginePersonalData.Tables];
        var unmissed = new List<string>();
        (await RemainsAsync(services, data, subject, tables)).ShouldBeEmpty("nothing left out");
        foreach (var (table, statement) in tables.SelectMany(table => table.Erase.Select(statement => (table, statement))))
        {
            var without = table with { Erase = [.. table.Erase.Where(one => one != statement)] };
            var left = await RemainsAsync(services, data, subject, [.. tables.Select(one => one == table ? without : one)]);
            if (left.Count == 0)
            {
                unmissed.Add($"{table.Name}: {statement}");
            }
        }
        return unmissed;
    }

    static async Task<IReadOnlyDictionary<string, int>> RemainsAsync(
        IServiceProvider services,
        IPersonalData data,
        DataSubject subject,
        IReadOnlyList<PersonalTable> tables
    )
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var undone = await connection.BeginTransactionAsync();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var queries = new PersonalQueries(data, subject, "DSAR-20260302-0A1B2C", now, connection) { Tables = tables };
        await queries.MarkAsync(default);
        await queries.EraseAsync(default);
        return await queries.RemainsAsync(inProof: false, default);
    }
}
