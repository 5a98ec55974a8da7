using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Suites;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

public sealed class ReviewBoardTests(SuiteInBrowser suite)
{
    [Fact, Trait("Scenario", "P-30")]
    public async Task Twenty_five_certain_essays_and_three_others_are_released_with_twelve_keys()
    {
        var batch = await suite.SuggestedAsync(28, (i, student) => i < 25 ? Phase1TestContext.TextBy(student) : Nameless(i));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        await board.ConfirmCertainAsync(25);
        await board.ShowsAsync("25 of 28");
        await board.PressAsync("u", "u", "u");
        await Expect(board.Dialog("last")).ToContainTextAsync("28 essays");
        await board.PressAsync("Enter");
        await Expect(visit.Page.Locator(".summary")).ToContainTextAsync("All essays are decided");

        board.Presses.ShouldBeLessThanOrEqualTo(12);
        await suite.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        (await DecisionsAsync(batch)).ShouldBe(
            [.. Enumerable.Repeat("accepted", 25), .. Enumerable.Repeat("unknown", 3)],
            ignoreOrder: true
        );
    }

    [Fact, Trait("Scenario", "P-31")]
    public async Task Of_two_tabs_that_decide_one_essay_the_second_is_told_and_one_key_applies_what_it_wanted()
    {
        var batch = await suite.SuggestedAsync(3, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        visit.Expect("409");
        var first = await new BoardPage(visit.Page).OpenAsync(batch.Id);
        var tab = await visit.TabAsync();
        // It has not heard of the first one's decision yet.
        await tab.RouteAsync("**/live", news => news.AbortAsync("aborted"));
        await tab.RouteAsync("**/review/rows*", news => news.AbortAsync("aborted"));
        var second = await new BoardPage(tab).OpenAsync(batch.Id);

        await first.FocusAsync(0);
        await first.PressAsync("u");
        await first.SavedAsync();
        await second.FocusAsync(1);
        await second.PressAsync("Enter");
        await second.FocusAsync(0);
        await second.PressAsync("Enter");
        await Expect(second.Row(0)).ToContainTextAsync("Decided elsewhere meanwhile");
        await Expect(second.Row(0)).ToContainTextAsync($"You wanted: {batch.Students[0].FullName}");
        await second.FocusAsync(0);
        await second.PressAsync("Enter");
        await second.SavedAsync();

        await Expect(second.Row(0)).ToContainTextAsync($"Decided by you: {batch.Students[0].FullName}");
        (await DecisionsAsync(batch)).ShouldBe(["accepted", "chosen", ""], ignoreOrder: true);
    }

    [Fact, Trait("Scenario", "P-32")]
    public async Task Decisions_are_undone_one_by_one_and_certain_ones_as_they_were_confirmed()
    {
        var batch = await suite.SuggestedAsync(4, (i, student) => i < 3 ? Phase1TestContext.TextBy(student) : Nameless(i));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id, "?show=all");
        await board.FocusAsync(0);
        await board.PressAsync("x");
        await board.SavedAsync();
        await board.ConfirmCertainAsync(2);
        await board.ShowsAsync("3 of 4");

        await board.FocusAsync(0);
        await board.PressAsync("u");
        await board.SavedAsync();
        (await DecisionsAsync(batch)).ShouldBe(["unknown", "accepted", "accepted", ""], ignoreOrder: true);
        await board.PressAsync("z");
        await board.SavedAsync();
        (await DecisionsAsync(batch)).ShouldBe(["excluded", "accepted", "accepted", ""], ignoreOrder: true);
        await board.PressAsync("z");
        await board.SavedAsync();
        (await DecisionsAsync(batch)).ShouldBe(["excluded", "", "", ""], ignoreOrder: true);
        await board.PressAsync("z");
        await board.SavedAsync();

        (await DecisionsAsync(batch)).ShouldAllBe(decision => decision == "");
    }

    [Fact, Trait("Scenario", "P-33")]
    public async Task The_last_decision_asks_first_and_Escape_changes_nothing()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);
        await board.PressAsync("Enter", "Enter");

        await Expect(board.Dialog("last")).ToContainTextAsync("2 essays are released");
        await board.PressAsync("Escape");
        await board.SavedAsync();

        await board.ShowsAsync("1 of 2");
        (await DecisionsAsync(batch)).ShouldBe(["accepted", ""], ignoreOrder: true);
    }

    [Fact]
    public async Task The_last_essay_that_is_left_is_not_left_out()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        await board.PressAsync("x");
        await board.SavedAsync();
        await board.PressAsync("x");

        await Expect(board.Dialog("remaining")).ToContainTextAsync("Cancel the batch instead");
    }

    [Fact, Trait("Scenario", "P-36")]
    public async Task A_telephone_shows_the_same_with_buttons_that_a_finger_hits_and_no_sideways_scrolling()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(
            batch.Teacher,
            new()
            {
                ViewportSize = new() { Width = 320, Height = 640 },
                HasTouch = true,
                IsMobile = true,
            }
        );
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        foreach (var button in await visit.Page.Locator("main button:visible, main .button:visible, a[data-filter]:visible").AllAsync())
        {
            (await button.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(44, await button.InnerTextAsync());
        }
        await board.Row(0).GetByRole(AriaRole.Button, new() { Name = "This student" }).TapAsync();
        await board.SavedAsync();
        await board.Row(1).GetByRole(AriaRole.Button, new() { Name = "Unknown student" }).TapAsync();
        await board.Dialog("last").GetByRole(AriaRole.Button, new() { Name = "Decide and release" }).TapAsync();

        await Expect(visit.Page.Locator(".summary")).ToContainTextAsync("All essays are decided");
    }

    [Fact, Trait("Scenario", "P-37")]
    public async Task Each_essay_is_a_group_with_its_name_and_candidates_that_are_radio_buttons_with_reasons()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        var group = visit.Page.GetByRole(AriaRole.Group, new() { Name = "text-1.txt", Exact = true });
        var radio = group.GetByRole(
            AriaRole.Radio,
            new() { NameRegex = new Regex($"{batch.Students[0].FullName}.*certain.*the name is the same") }
        );
        await Expect(radio).ToBeCheckedAsync();
        await Expect(group.GetByRole(AriaRole.Group, new() { Name = "Suggested" })).ToBeVisibleAsync();
        await group.FocusAsync();
        await Expect(group.Locator("mark")).ToHaveTextAsync(batch.Students[0].FullName);
        await board.PressAsync("Enter");

        await Expect(visit.Page.Locator("[data-said]")).ToContainTextAsync($"text-1.txt Decided by you: {batch.Students[0].FullName}");
    }

    [Fact, Trait("Scenario", "P-38")]
    public async Task Single_keys_do_nothing_outside_the_board_in_a_text_field_and_where_they_are_turned_off()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        await board.PressAsync("c");
        await Expect(board.Dialog("student")).ToBeVisibleAsync();
        await board.PressAsync("u", "x", "z");
        await Expect(visit.Page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("uxz");
        await board.PressAsync("Escape");
        await visit.Page.Locator("nav a").First.FocusAsync();
        await board.PressAsync("u");
        await visit.Page.Locator("[data-act=help]").ClickAsync();
        await board.Dialog("help").GetByRole(AriaRole.Button, new() { Name = "Turn them off" }).ClickAsync();
        await Expect(visit.Page.Locator("[data-keys=off]")).ToBeVisibleAsync();
        await board.FocusAsync(0);
        await board.PressAsync("u", "Shift+A");

        await Expect(visit.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        (await DecisionsAsync(batch)).ShouldAllBe(decision => decision == "");
    }

    [Fact]
    public async Task Any_student_of_the_class_is_chosen_by_typing_a_part_of_the_name()
    {
        var batch = await suite.SuggestedAsync(3, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);
        await board.FocusAsync(0);

        await board.PressAsync("c");
        await visit.Page.Keyboard.TypeAsync(batch.Students[2].FirstName[..3]);
        await Expect(visit.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync([batch.Students[2].FullName]);
        await board.PressAsync("Enter");
        await Expect(board.Row(2)).ToContainTextAsync("also chosen for text-1.txt");

        var row = (await suite.Context.AssociationsAsync(batch)).EnumerateArray().Single(row => DecisionOf(row) == "chosen");
        row.GetProperty("decided_student").GetProperty("display_name").GetString().ShouldBe(batch.Students[2].FullName);
    }

    [Fact, Trait("Scenario", "P-41")]
    public async Task After_the_release_a_decision_is_corrected_and_its_history_shows_both_students()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await suite.Context.AcceptAllAsync(batch);
        await suite.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        await board.FocusAsync(0);
        await board.PressAsync("c");
        await visit.Page.Keyboard.TypeAsync(batch.Students[1].LastName + " " + batch.Students[1].FirstName);
        await board.PressAsync("Enter");
        await Expect(board.Row(0)).ToContainTextAsync($"Decided by you: {batch.Students[1].FullName}");
        await board.Row(0).GetByRole(AriaRole.Link, new() { Name = "Own page" }).ClickAsync();

        await Expect(visit.Page.Locator(".lines li").Last)
            .ToContainTextAsync($"Decided by you: {batch.Students[1].FullName} instead of {batch.Students[0].FullName}");
    }

    internal static string Nameless(int number) =>
        $"2026-02-11\n\nDet regnade hela dagen, och när kvällen kom satt vi kvar vid fönstret och talade om sommaren vid sjön ({number}).\n";

    async Task<IReadOnlyList<string>> DecisionsAsync(TestBatch batch) =>
        [.. (await suite.Context.AssociationsAsync(batch)).EnumerateArray().Select(DecisionOf)];

    static string DecisionOf(JsonElement row) => row.GetProperty("decision").GetString() ?? "";
}
