using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Docs;
using Phase1.Unit.Tests.Security;

namespace Phase1.Unit.Tests.Deployment;

/// <summary>Whoever adds a table decides what it holds about students: else an erasure would pass it by. docs/privacy.md lists the decisions.</summary>
[Trait("Scenario", "TC-X24")]
public sealed class Every_table_says_what_it_holds_about_a_student
{
    public static TheoryData<string> Services =>
        ["BatchOrchestrator", "EssayLifecycle", "Nlp", "ClassManagement", "FileIntake", "Tickets", "ModelGateway", "Feedback"];

    [Theory]
    [MemberData(nameof(Services))]
    public Task Each_table_of_a_service_is_declared_and_no_other(string service) =>
        WithAsync(service, (there, declared) => declared.Select(table => table.Name).Distinct().Order().ShouldBe(there.Order()));

    // What is erased is looked for afterwards, or nobody would know that it was.
    [Theory]
    [MemberData(nameof(Services))]
    public Task Each_that_is_erased_is_verified(string service) =>
        WithAsync(
            service,
            (_, declared) =>
                declared.Where(table => table.Erase.Count > 0 && table.Remains.Count == 0).Select(table => table.Name).ShouldBeEmpty()
        );

    [Fact]
    public async Task The_page_for_privacy_officers_lists_them()
    {
        var page = new StringBuilder("| Service | Table | About a student | Handed out | Erased |\n|---|---|---|---|---|\n");
        foreach (var service in Services)
        {
            await WithAsync(service, (_, declared) => declared.ForEach(table => Append(page, service, table)));
        }
        new GeneratedPage("docs/privacy.md").ShouldHold("personal-data", page.ToString().TrimEnd());
    }

    static void Append(StringBuilder page, string service, PersonalTable table) =>
        page.Append(
            $"| {service} | `{table.Name}` | {table.Holds} | {YesNo(table.Collect ?? table.Files)} | {YesNo(table.Erase.FirstOrDefault())} |\n"
        );

    static string YesNo(string? statement) => statement is null ? "" : "yes";

    static async Task WithAsync(string service, Action<IReadOnlyList<string>, List<PersonalTable>> look)
    {
        await using var host = HostWithoutDatabase.Build(service);
        await using var scope = host.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<DbContext>().Model;
        var there = model.GetEntityTypes().Select(entity => entity.GetTableName()!).Concat(NumberedTables.Of(service)).Distinct().ToList();
        var data = scope.ServiceProvider.GetRequiredService<IPersonalData>();
        look(there, [.. data.Tables, .. EnginePersonalData.Tables]);
    }
}
