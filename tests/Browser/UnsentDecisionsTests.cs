using Microsoft.Playwright;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Suites;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

public sealed class UnsentDecisionsTests(SuiteInBrowser suite)
{
    const string Lost = "net::ERR_INTERNET_DISCONNECTED";

    [Fact, Trait("Scenario", "P-34")]
    public async Task Decisions_made_without_a_connection_are_offered_on_return_and_applied_once()
    {
        var batch = await suite.SuggestedAsync(12, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        visit.Expect(Lost);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        await visit.Context.SetOfflineAsync(true);
        await board.PressAsync([.. Enumerable.Repeat("Enter", 10)]);
        await Expect(board.Row(0)).ToContainTextAsync("Not saved, trying again");
        var stored = await visit.Page.EvaluateAsync<string>("Object.entries(localStorage).flat().join(' ')");
        await visit.Page.CloseAsync();
        await visit.Context.SetOfflineAsync(false);
        var again = await new BoardPage(await visit.TabAsync()).OpenAsync(batch.Id);
        await Expect(again.Page.Locator("[data-unsent]")).ToContainTextAsync("Decisions that were not sent: 10");
        await again.Page.Locator("[data-act=send]").ClickAsync();
        await again.ShowsAsync("10 of 12");
        await again.SavedAsync();

        batch.Students.ShouldAllBe(student => !stored.Contains(student.LastName, StringComparison.Ordinal));
        await Expect(again.Page.Locator("[data-unsent]")).ToBeHiddenAsync();
        var rows = (await suite.Context.AssociationsAsync(batch))
            .EnumerateArray()
            .Select(row => row.GetProperty("association_version").GetInt32());
        rows.ShouldBe([.. Enumerable.Repeat(1, 10), 0, 0], ignoreOrder: true);
    }

    [Fact, Trait("Scenario", "P-34")]
    public async Task A_decision_whose_answer_was_lost_is_sent_again_under_the_same_key()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        visit.Expect("net::ERR_FAILED");
        var keys = new List<string>();
        await visit.Page.RouteAsync(
            "**/decisions",
            async route =>
            {
                keys.Add(route.Request.Headers["idempotency-key"]);
                if (keys.Count == 1)
                {
                    await route.FetchAsync();
                    await route.AbortAsync();
                }
                else
                {
                    await route.ContinueAsync();
                }
            }
        );

        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);
        await board.PressAsync("Enter");
        await board.SavedAsync();

        await board.ShowsAsync("1 of 2");
        keys.Count.ShouldBe(2);
        keys.Distinct().Count().ShouldBe(1);
        await Expect(visit.Page.Locator("[data-wanted]")).ToHaveCountAsync(0);
    }

    [Fact, Trait("Scenario", "P-35")]
    public async Task Decisions_that_came_too_late_for_the_release_are_listed_each_with_a_way_to_correct_it()
    {
        var batch = await suite.SuggestedAsync(5, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        visit.Expect(Lost);
        visit.Expect("409");
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        await visit.Context.SetOfflineAsync(true);
        await board.PressAsync("u", "u", "u");
        await Expect(board.Row(0)).ToContainTextAsync("Not saved, trying again");
        await suite.Context.AcceptAllAsync(batch);
        await visit.Context.SetOfflineAsync(false);
        await Expect(visit.Page.Locator("[data-unsent]")).ToContainTextAsync("released before these decisions were sent");
        await visit.Page.Locator("[data-act=list]").ClickAsync();

        await Expect(board.Rows).ToHaveCountAsync(3);
        await Expect(board.Rows.GetByRole(AriaRole.Link, new() { Name = "Correct" })).ToHaveCountAsync(3);
        (await suite.Context.AssociationsAsync(batch))
            .EnumerateArray()
            .ShouldAllBe(row => row.GetProperty("decision").GetString() == "accepted");
    }

    [Fact, Trait("Scenario", "P-04")]
    public async Task After_a_session_has_ended_the_same_person_signs_in_and_what_waits_is_sent_by_itself()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        visit.Expect("401");
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);
        await using var ending = suite
            .Context.Suite.Database(SuiteUnderTest.Portal)
            .CreateCommand("update sessions set idle_until = created_at where user_id = $1");
        ending.Parameters.Add(new() { Value = batch.Teacher });
        (await ending.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

        await board.PressAsync("Enter");
        var tab = await visit.Page.RunAndWaitForPopupAsync(() =>
            visit.Page.Locator("dialog[data-session=over]").GetByRole(AriaRole.Link).ClickAsync()
        );
        await SuiteInBrowser.SignInAsync(tab, batch.Teacher);

        await board.ShowsAsync("1 of 2");
        await Expect(visit.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    [Fact, Trait("Scenario", "P-04")]
    public async Task Whoever_signs_out_is_asked_about_what_waits_and_nobody_else_is_offered_it()
    {
        var batch = await suite.SuggestedAsync(3, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        visit.Expect("503");
        await visit.Page.RouteAsync("**/decisions", route => route.FulfillAsync(new() { Status = 503 }));
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);
        var question = visit.Page.Locator("dialog[data-session=unsent]");
        var signOut = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true });

        await board.PressAsync("Enter", "u");
        await signOut.ClickAsync();
        await Expect(question).ToContainTextAsync("Decisions that were not sent: 2");
        await question.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await Expect(question).ToBeHiddenAsync();
        await signOut.ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Sign out all the same" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(suite.Address, "/signed-out").ToString());

        await suite.MakeAsync("somebody-else", Phase1Roles.Teacher);
        var page = visit.Page;
        await page.UnrouteAllAsync();
        await page.GotoAsync("/sign-in");
        await SuiteInBrowser.SignInAsync(page, "somebody-else");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(suite.Address, "/signed-out").ToString());
        await page.GotoAsync($"/sign-in?return={Uri.EscapeDataString(BoardPage.AddressOf(batch.Id))}");
        await SuiteInBrowser.SignInAsync(page, batch.Teacher);
        await page.Locator("[data-act=send]").ClickAsync();

        await board.ShowsAsync("2 of 3");
    }
}
