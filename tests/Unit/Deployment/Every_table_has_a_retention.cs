using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.Messaging.Postgres;
using Phase1.Portal.Words;
using Phase1.Tests.Infrastructure.Docs;
using Phase1.Unit.Tests.Security;

namespace Phase1.Unit.Tests.Deployment;

/// <summary>No table grows for ever unseen: each says how long its rows are kept, and docs/operations.md lists it.</summary>
[Trait("Scenario", "S-721")]
public sealed partial class Every_table_has_a_retention
{
    // Who has seen the names of a batch is to be known when the batch is gone, and so is what was paid for it.
    static readonly string[] Accounts = ["name_accesses", "break_glass", "llm_usage", "reservations"];

    public static TheoryData<string> Services => [.. HostWithoutDatabase.All];

    [Theory]
    [MemberData(nameof(Services))]
    public Task That_of_each_service_is_declared(string service) =>
        WithAsync(
            service,
            (tables, plan, _) =>
            {
                var declared = plan.Tables.Select(table => table.Table).Distinct().ToList();
                var there = tables.Select(NameOf).Concat(NumberedTables.Of(service)).ToList();
                there.Except(declared).ShouldBeEmpty("no retention");
                declared.Except(there).ShouldBeEmpty("no such table");
            }
        );

    // The page of privacy officers says it in both languages.
    [Fact]
    public async Task Each_says_it_in_Swedish_too()
    {
        var rules = new HashSet<string>();
        foreach (var service in HostWithoutDatabase.All)
        {
            await WithAsync(service, (_, plan, services) => rules.UnionWith(plan.Tables.Select(table => table.InWords(services))));
        }

        rules.Where(rule => !English().IsMatch(rule)).ShouldBeEmpty();
        rules.Where(rule => English().IsMatch(Languages.WordsOf("sv").Kept(rule))).ShouldBeEmpty();
    }

    // Whoever adds a table that names a batch must say that it goes with it.
    [Theory]
    [MemberData(nameof(Services))]
    public Task Each_that_names_a_batch_goes_with_it(string service) =>
        WithAsync(
            service,
            (tables, plan, _) =>
                tables
                    .Where(table => table.GetProperties().Any(property => property.GetColumnName() == "batch_id"))
                    .Select(NameOf)
                    .Except(plan.Tables.OfType<BatchTable>().Select(table => table.Table))
                    .Except(Accounts)
                    .ShouldBe(["deleted_batches"])
        );

    [Theory]
    [MemberData(nameof(Services))]
    public Task Each_that_goes_by_its_age_has_an_index_for_it(string service) =>
        WithAsync(
            service,
            (tables, plan, _) =>
                plan
                    .Tables.OfType<AgedTable>()
                    .Where(aged => !NumberedTables.IsIndexed(aged.Table, aged.Since))
                    .Where(aged => !IsIndexed(tables.Single(table => NameOf(table) == aged.Table), aged.Since))
                    .Select(aged => $"{aged.Table}.{aged.Since}")
                    .ShouldBeEmpty()
        );

    [Fact]
    public async Task The_page_for_operators_lists_them()
    {
        var page = new StringBuilder("| Service | Table | Rows are kept |\n|---|---|---|\n");
        foreach (var service in HostWithoutDatabase.All)
        {
            await WithAsync(service, (_, plan, services) => Append(page, service, plan.Tables, services));
        }
        Append(page, "Log on PostgreSQL", LogTables.Retention, new ServiceCollection().AddSingleton(NewLog()).BuildServiceProvider());
        new GeneratedPage("docs/operations.md").ShouldHold("retention", page.ToString().TrimEnd());
    }

    static void Append(StringBuilder page, string service, IEnumerable<TableRetention> plan, IServiceProvider services)
    {
        foreach (var table in plan.GroupBy(table => table.Table))
        {
            page.Append($"| {service} | `{table.Key}` | {string.Join("; ", table.Select(rule => rule.InWords(services)).Distinct())} |\n");
        }
    }

    [GeneratedRegex(@"\b(after|until|with|each|long|many|day|days|rows|three|one)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex English();

    static PostgresLogOptions NewLog() => new() { ConnectionString = "" };

    static async Task WithAsync(string service, Action<IReadOnlyList<IEntityType>, RetentionPlan, IServiceProvider> check)
    {
        await using var host = await HostWithoutDatabase.StartAsync(service);
        await using var scope = host.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<DbContext>().Model;
        check([.. model.GetEntityTypes()], host.Services.GetRequiredService<RetentionPlan>(), host.Services);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    static string NameOf(IEntityType table) => table.GetTableName()!;

    static bool IsIndexed(IEntityType table, string column) =>
        table.GetIndexes().Any(index => index.Properties.Any(property => property.GetColumnName() == column));
}
