using System.Net;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

/// <summary>A request from its receipt to its end, by the Portal's pages alone, with the service that keeps it.</summary>
public sealed class RequestFlowTests
{
    [Fact, Trait("Scenario", "P-55")]
    public async Task From_the_receipt_over_who_it_is_to_the_package_that_is_handed_over()
    {
        await using var world = await RequestWorld.StartAsync();
        var officer = await world.Portal.SignedInAsync("officer", Phase1Roles.PrivacyOfficer);
        var teacher = await world.Portal.SignedInAsync("teacher", Phase1Roles.Teacher);

        var path = await world.OpenAsync(officer, "DSAR_ACCESS");
        (await teacher.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await world.AnswerAsync(("associations", 2), ("texts", 1));
        var asked = await world.AtAsync(officer, path, "approve");
        asked.Words.ShouldContain("associations: 2");
        asked.Words.ShouldContain("By phone.");
        asked.Words.ShouldContain("1 student, 0 texts");
        (await officer.PostAsync($"{path}/package")).Words.ShouldContain("The answer can be fetched when the request is approved");
        await RequestWorld.DecideAsync(officer, path, "approve");
        await world.AtAsync(officer, path, "delivered");

        var package = await officer.PostAsync($"{path}/package");
        package.Headers["Content-Type"].ShouldBe("application/zip");
        package.Text.ShouldStartWith("PK");
        await RequestWorld.DecideAsync(officer, path, "delivered");

        await world.UntilAsync(officer, path, page => page.Words.Contains("Answered and handed over.", StringComparison.Ordinal));
        (await officer.GetAsync("/privacy/requests")).Words.ShouldContain("No request is open.");
        (await officer.GetAsync("/privacy/requests?all=true")).Words.ShouldContain("guardian@example.com");
    }

    [Fact, Trait("Scenario", "P-55")]
    public async Task From_the_receipt_over_the_erasure_to_the_proof()
    {
        await using var world = await RequestWorld.StartAsync();
        var officer = await world.Portal.SignedInAsync("officer", Phase1Roles.PrivacyOfficer);

        var path = await world.OpenAsync(officer, "DSAR_DELETE");
        await world.AnswerAsync(("students", 1));
        (await world.AtAsync(officer, path, "approve")).Words.ShouldContain("students: 1");
        await RequestWorld.DecideAsync(officer, path, "approve");
        await world.EraseAsync(("students", 1));
        // Until it sleeps: the days count from then on.
        var erased = await world.UntilAsync(
            officer,
            path,
            page => page.Words.Contains("only then it is proved") && page.Words.Contains("The next look is")
        );
        RowsOf(erased).ShouldContain(row => row.Contains("students: 1") && row.Contains('–'));
        world.Tickets.Advance(TimeSpan.FromDays(8));
        await world.AnswerAsync();

        var proved = await world.UntilAsync(
            officer,
            path,
            page => page.Words.Contains("Erased everywhere, and proved.", StringComparison.Ordinal)
        );
        proved.Words.ShouldContain("and found nothing");
        RowsOf(proved).ShouldNotContain(row => row.Contains('–'));
        proved.Page.QuerySelectorAll("button[name=decision]").ShouldBeEmpty();
    }

    static List<string> RowsOf(Seen page) =>
        [.. page.Page.QuerySelectorAll("tr").Select(row => row.TextContent).Where(row => row.Contains("Class Management"))];
}
