using Phase1.Events;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Ledger;

namespace Phase1.Unit.Tests.ModelGateway.Alerts;

public sealed class AlertPlanTests
{
    static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    static readonly CallFacts Call = new()
    {
        WorkspaceId = "org:school",
        UserId = "teacher",
        CourseCode = CourseCode.Eng6,
        Caller = "unit-test",
    };

    [Theory]
    [Trait("Scenario", "COST-54")]
    [InlineData("user teacher, course ENG6, workspace org:school, default *", "user/teacher/course")]
    [InlineData("default *, workspace org:school, course ENG6", "course/ENG6/course")]
    [InlineData("default *, workspace org:school, course ENG5, user another", "workspace/org:school/course")]
    [InlineData("default *", "default/*/course")]
    [InlineData("", "default/*/course")]
    public void The_most_specific_config_holds(string stored, string expected) =>
        AlertPlan
            .Of([.. stored.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(owner => Config(owner))], Call, BudgetScope.Course)
            .Name.ShouldBe(expected);

    [Fact]
    public void A_config_of_another_school_or_scope_is_none_of_ours()
    {
        var other = Config("user teacher", workspace: "org:other");

        AlertPlan.Of([other, Config("user teacher")], Call, BudgetScope.Teacher).Name.ShouldBe("default/*/teacher");
        AlertPlan.Of([other], Call, BudgetScope.Course).Name.ShouldBe("default/*/course");
    }

    [Theory]
    [InlineData(nameof(BudgetScope.Request), 100)]
    [InlineData(nameof(BudgetScope.Teacher), 80)]
    [InlineData(nameof(BudgetScope.Course), 85)]
    [InlineData(nameof(BudgetScope.Workspace), 90)]
    [InlineData(nameof(BudgetScope.Organisation), 90)]
    public void Without_a_config_what_is_nearer_to_the_work_in_class_is_told_earlier(string scope, int percent)
    {
        var plan = AlertPlan.Of([], Call, Enum.Parse<BudgetScope>(scope));

        (plan.LeastPercent, plan.WebhookReference).ShouldBe((percent, null));
        plan.Channels.ShouldBe([AlertChannel.Notification]);
    }

    [Theory]
    [Trait("Scenario", "COST-53")]
    [InlineData(100, nameof(BudgetScope.Course), nameof(PeriodKind.Month), 5)]
    [InlineData(90, nameof(BudgetScope.Organisation), nameof(PeriodKind.Year), 15)]
    [InlineData(99.99, nameof(BudgetScope.Teacher), nameof(PeriodKind.Day), 15)]
    [InlineData(89.99, nameof(BudgetScope.Request), nameof(PeriodKind.Request), 1)]
    [InlineData(80, nameof(BudgetScope.Teacher), nameof(PeriodKind.Day), 30)]
    [InlineData(80, nameof(BudgetScope.Workspace), nameof(PeriodKind.Month), 60)]
    [InlineData(80, nameof(BudgetScope.Course), nameof(PeriodKind.Day), 60)]
    [InlineData(80, nameof(BudgetScope.Organisation), nameof(PeriodKind.Day), 120)]
    public void The_nearer_to_its_end_the_oftener_a_budget_is_told(double percent, string scope, string period, int minutes) =>
        AlertRules
            .PauseOf((decimal)percent, Enum.Parse<BudgetScope>(scope), Enum.Parse<PeriodKind>(period))
            .ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [Trait("Scenario", "COST-53")]
    [InlineData(29, nameof(MeterLevel.Warning), true)]
    [InlineData(30, nameof(MeterLevel.Warning), false)]
    [InlineData(1, nameof(MeterLevel.Critical), false)]
    public void The_same_is_held_back_for_a_while_and_a_higher_threshold_never(int minutes, string level, bool held)
    {
        var plan = AlertPlan.Of([], Call, BudgetScope.Teacher);
        var told = Alert(MeterLevel.Warning, Noon);
        told.ToldBy = plan.Name;
        var next = Alert(Enum.Parse<MeterLevel>(level), Noon.AddMinutes(minutes));

        plan.HoldsBack([told], next, TimeSpan.FromMinutes(30)).ShouldBe(held);
        plan.HoldsBack([Alert(MeterLevel.Warning, Noon)], next, TimeSpan.FromMinutes(30)).ShouldBeFalse();
    }

    static BudgetAlert Alert(MeterLevel level, DateTimeOffset at) =>
        new()
        {
            WorkspaceId = Call.WorkspaceId,
            PeriodKey = "2026-01-05",
            Threshold = level,
            SentChannels = [],
            CreatedAt = at,
        };

    static AlertConfig Config(string owner) =>
        Config(owner, owner.StartsWith("default", StringComparison.Ordinal) ? AlertConfig.Any : Call.WorkspaceId);

    static AlertConfig Config(string owner, string workspace) =>
        new()
        {
            WorkspaceId = workspace,
            OwnerType = WireEnum.Parse<AlertOwner>(owner.Split(' ')[0]),
            OwnerId = owner.Split(' ')[1],
            ScopeType = BudgetScope.Course,
            Enabled = true,
            MinPercent = 50,
            Channels = ["notification"],
        };
}
