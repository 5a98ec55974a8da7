using Phase1.Events;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Guard;

namespace Phase1.Integration.Tests.ModelGateway.Guard;

/// <summary>What is admitted and what is refused, on a real database.</summary>
public sealed class AdmissionTests(GuardWorld world) : IClassFixture<GuardWorld>
{
    [Theory]
    [Trait("Scenario", "COST-31")]
    [Trait("Scenario", "COST-32")]
    [Trait("Scenario", "COST-33")]
    [InlineData(5, 2, true)]
    [InlineData(9, 2, false)]
    [InlineData(8, 2, true)]
    public async Task A_call_is_admitted_up_to_the_limit_exactly(long spent, long call, bool admitted)
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 10);
        await world.SettleAsync(await world.OpenAsync(world.Call(school), GuardWorld.Paid, spent), spent);

        var result = await world.AdmitAsync(world.Call(school), GuardWorld.Paid, call);

        if (admitted)
        {
            await world.SettleAsync(result.ShouldBeOfType<Admitted>().Call, call);
            (await world.MetersAsync(budget)).ShouldBe([$"{spent + call}/0"]);
        }
        else
        {
            var refused = result.ShouldBeOfType<Refused>();
            (refused.Meter.Scope, refused.Limit, refused.Used, refused.Projected, refused.Remaining).ShouldBe(
                (BudgetScope.Workspace, 10m, (decimal)spent, (decimal)(spent + call), (decimal)(10 - spent))
            );
            (await world.MetersAsync(budget)).ShouldBe([$"{spent}/0"]);
        }
    }

    [Fact]
    [Trait("Scenario", "COST-33")]
    public async Task The_smallest_unit_above_the_limit_is_refused()
    {
        var school = await world.WorkspaceAsync();
        await world.BudgetAsync(school, "workspace", school, 1.9999999999m);

        (await world.AdmitAsync(world.Call(school), GuardWorld.Paid, 2)).ShouldBeOfType<Refused>().Limit.ShouldBe(1.9999999999m);
    }

    [Theory]
    [Trait("Scenario", "COST-34")]
    [Trait("Scenario", "COST-35")]
    [Trait("Scenario", "COST-36")]
    [Trait("Scenario", "COST-37")]
    [InlineData("workspace", "month")]
    [InlineData("request", "request")]
    [InlineData("course", "month")]
    [InlineData("teacher", "day")]
    [InlineData("organisation", "year")]
    public async Task Each_kind_of_budget_admits_and_refuses(string scope, string period)
    {
        var organisation = $"org:owner-{scope}-{period}";
        var school = await world.WorkspaceAsync(organisation);
        var scopeId = scope switch
        {
            "course" => "ENG6",
            "teacher" => "anna",
            "organisation" => organisation,
            _ => school,
        };
        await world.BudgetAsync(scope == "organisation" ? null : school, scope, scopeId, 5, period);

        await world.OpenAsync(world.Call(school, "anna", CourseCode.Eng6), GuardWorld.Paid, 5);

        var refused = (await world.AdmitAsync(world.Call(school, "anna", CourseCode.Eng6), GuardWorld.Paid, 6)).ShouldBeOfType<Refused>();
        refused.Meter.Scope.ShouldBe(Enum.Parse<BudgetScope>(scope, ignoreCase: true));
        refused.Meter.ScopeId.ShouldBe(scopeId);
    }

    [Fact]
    public async Task Another_teacher_or_course_has_budgets_of_its_own()
    {
        var school = await world.WorkspaceAsync();
        await world.BudgetAsync(school, "teacher", "anna", 1);
        await world.BudgetAsync(school, "course", "ENG6", 1);

        await world.OpenAsync(world.Call(school, "bo", CourseCode.Eng7), GuardWorld.Paid, 100);
    }

    [Fact]
    [Trait("Scenario", "COST-38")]
    public async Task The_tightest_budget_refuses_and_is_named()
    {
        var school = await world.WorkspaceAsync("org:owner-38");
        await world.BudgetAsync(null, "organisation", "org:owner-38", 1000);
        await world.BudgetAsync(school, "course", "ENG6", 200);
        var teacher = await world.BudgetAsync(school, "teacher", "anna", 25);

        var result = await world.AdmitAsync(world.Call(school, "anna", CourseCode.Eng6), GuardWorld.Paid, 30);

        result.ShouldBeOfType<Refused>().Meter.BudgetId.ShouldBe(teacher);
    }

    [Fact]
    public async Task Of_several_that_refuse_the_nearest_is_named_and_tokens_before_money()
    {
        var school = await world.WorkspaceAsync();
        await world.BudgetAsync(school, "workspace", school, 1);
        await world.BudgetAsync(school, "teacher", "teacher", 1);
        var tokens = await world.BudgetAsync(school, "teacher", "teacher", 1, unit: "tokens");

        var refused = (await world.AdmitAsync(world.Call(school), GuardWorld.Paid, 2)).ShouldBeOfType<Refused>();

        refused.Meter.BudgetId.ShouldBe(tokens);
        refused.Meter.Unit.ShouldBe(MeterUnit.Tokens);
    }

    [Fact]
    [Trait("Scenario", "COST-39")]
    public async Task Without_budgets_everything_is_admitted_and_each_open_call_is_a_row()
    {
        var school = await world.WorkspaceAsync();
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 1_000_000);

        (await OpenRowsAsync(school)).ShouldBe(1);
        await world.ReleaseAsync(open);
        (await OpenRowsAsync(school)).ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "COST-40")]
    public async Task All_meters_of_a_call_are_held_and_charged()
    {
        var school = await world.WorkspaceAsync();
        var teacher = await world.BudgetAsync(school, "teacher", "anna", 100);
        var course = await world.BudgetAsync(school, "course", "ENG6", 100, "month");
        var tokens = await world.BudgetAsync(school, "workspace", school, 1000, "day", "tokens");

        var open = await world.OpenAsync(world.Call(school, "anna", CourseCode.Eng6), GuardWorld.Dear, 10);
        (await world.MetersAsync(teacher)).ShouldBe(["0/20"]);
        (await world.MetersAsync(course)).ShouldBe(["0/20"]);
        (await world.MetersAsync(tokens)).ShouldBe(["0/10"]);
        await world.SettleAsync(open, 7);

        (await world.MetersAsync(teacher)).ShouldBe(["14/0"]);
        (await world.MetersAsync(course)).ShouldBe(["14/0"]);
        (await world.MetersAsync(tokens)).ShouldBe(["7/0"]);
    }

    [Fact]
    public async Task A_refusal_holds_nothing_of_any_meter_and_is_noted_once()
    {
        var school = await world.WorkspaceAsync();
        var wide = await world.BudgetAsync(school, "teacher", "teacher", 100);
        var narrow = await world.BudgetAsync(school, "workspace", school, 1);

        await world.AdmitAsync(world.Call(school), GuardWorld.Paid, 2);
        var first = await ExceededAsync(narrow);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.AdmitAsync(world.Call(school), GuardWorld.Paid, 2);

        (await world.MetersAsync(wide)).ShouldBe(["0/0"]);
        first.ShouldHaveSingleItem().ShouldNotBeEmpty();
        (await ExceededAsync(narrow)).ShouldBe(first);
        (await OpenRowsAsync(school)).ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "COST-41")]
    public async Task A_limit_of_nothing_blocks_what_costs_and_no_limit_blocks_nothing()
    {
        var blocked = await world.WorkspaceAsync();
        await world.BudgetAsync(blocked, "workspace", blocked, 0);
        var unlimited = await world.WorkspaceAsync();
        var counted = await world.BudgetAsync(unlimited, "workspace", unlimited, null);
        var silent = await world.WorkspaceAsync();
        await world.BudgetAsync(silent, "workspace", silent, 0, unit: "tokens");

        (await world.AdmitAsync(world.Call(blocked), GuardWorld.Paid, 1)).ShouldBeOfType<Refused>();
        await world.OpenAsync(world.Call(blocked), GuardWorld.Free, 1000);
        await world.OpenAsync(world.Call(unlimited), GuardWorld.Paid, 1_000_000);
        (await world.MetersAsync(counted)).ShouldBe(["0/1000000"]);
        (await world.AdmitAsync(world.Call(silent), GuardWorld.Free, 1)).ShouldBeOfType<Refused>();
    }

    [Fact]
    [Trait("Scenario", "COST-47")]
    public async Task A_first_call_fits_a_small_limit_and_a_dearer_one_does_not()
    {
        var school = await world.WorkspaceAsync();
        await world.BudgetAsync(school, "workspace", school, 3);
        await world.SettleAsync(await world.OpenAsync(world.Call(school), GuardWorld.Paid, 1), 1);

        (await world.AdmitAsync(world.Call(school), GuardWorld.Dear, 2)).ShouldBeOfType<Refused>().Projected.ShouldBe(5);
    }

    [Fact]
    [Trait("Scenario", "CCR-12")]
    public async Task An_exhausted_school_is_its_own_affair()
    {
        var (poor, rich) = (await world.WorkspaceAsync(), await world.WorkspaceAsync());
        await world.BudgetAsync(poor, "workspace", poor, 1);
        await world.BudgetAsync(rich, "workspace", rich, 100);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => world.AdmitAsync(world.Call(i % 2 == 0 ? poor : rich), GuardWorld.Paid, 2))
        );

        results.Where((_, i) => i % 2 == 0).ShouldAllBe(result => result is Refused);
        results.Where((_, i) => i % 2 == 1).ShouldAllBe(result => result is Admitted);
    }

    [Fact]
    [Trait("Scenario", "COST-42")]
    [Trait("Scenario", "CCR-31")]
    public async Task A_new_day_is_empty_and_the_old_one_stays()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 10);
        await world.SettleAsync(await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10), 10);
        (await world.AdmitAsync(world.Call(school), GuardWorld.Paid, 1)).ShouldBeOfType<Refused>();

        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.SettleAsync(await world.OpenAsync(world.Call(school), GuardWorld.Paid, 4), 4);

        (await world.MetersAsync(budget)).ShouldBe(["10/0", "4/0"]);
    }

    [Fact]
    public async Task Usage_belongs_to_the_period_of_its_admission()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 10);
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 5);

        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.SettleAsync(open, 5);

        (await world.MetersAsync(budget)).ShouldBe(["5/0"]);
    }

    [Fact]
    [Trait("Scenario", "COST-17")]
    public async Task What_was_committed_before_the_admission_counts_also_on_another_instance()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);
        await using var second = await world.StartInstanceAsync("fresh");
        foreach (var instance in new[] { world.Services, second.Services })
        {
            await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10, instance);
        }

        await world.PriceAsync(GuardWorld.Paid, 3, school);
        await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10);
        await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10, second.Services);
        (await world.MetersAsync(budget)).ShouldBe(["0/80"]);

        await world.BudgetAsync(school, "teacher", "teacher", 1);
        foreach (var instance in new[] { world.Services, second.Services })
        {
            (await world.AdmitAsync(world.Call(school), GuardWorld.Paid, 1, instance: instance)).ShouldBeOfType<Refused>();
        }
    }

    async Task<int> OpenRowsAsync(string school) =>
        (await world.TextsAsync("select request_id::text from reservations where workspace_id = $1", school)).Count;

    Task<List<string>> ExceededAsync(Guid budget) =>
        world.TextsAsync("select coalesce(exceeded_at::text, '') from budget_periods where budget_id = $1", budget);
}
