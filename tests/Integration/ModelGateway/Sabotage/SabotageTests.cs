using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Phase1.Feedback.Masking;
using Phase1.Integration.Tests.Feedback;
using Phase1.Integration.Tests.ModelGateway.Administration;
using Phase1.Integration.Tests.ModelGateway.Completions;

namespace Phase1.Integration.Tests.ModelGateway.Sabotage;

/// <summary>
/// Tests about the tests: each planted defect is noticed by every test that is named with it, which is an ordinary test elsewhere and passes there. A
/// victim dies by an assertion; another exception is no proof that it has noticed.
/// </summary>
public sealed class SabotageTests(SabotagedWorld world) : IClassFixture<SabotagedWorld>
{
    // One victim in each group: prices, persistence, budgets, thresholds, events.
    [Fact]
    [Trait("Scenario", "COST-64")]
    public Task A_build_whose_cost_is_nothing() =>
        IsNoticedAsync(
            Saboteur.CostZero,
            w => new PriceTests(w).A_new_price_holds_for_the_next_call_and_the_old_one_is_closed(),
            w => new CompletionTests(w).The_answer_says_what_the_ledger_says(0),
            w => new CompletionTests(w).Calls_side_by_side_add_up(),
            w => new RefusalTests(w).A_budget_that_is_spent_refuses_and_another_school_goes_on(),
            w => new RecordTests(w).A_threshold_is_told_once_to_others_and_to_the_administrators(),
            w => new RecordTests(w).A_call_is_told_as_the_ledger_and_the_reply_have_it()
        );

    [Fact]
    [Trait("Scenario", "COST-65")]
    public Task A_price_book_that_throws() =>
        IsNoticedAsync(
            Saboteur.PriceThrows,
            w => new PriceTests(w).A_new_price_holds_for_the_next_call_and_the_old_one_is_closed(),
            w => new CompletionTests(w).The_answer_says_what_the_ledger_says(0)
        );

    [Fact]
    [Trait("Scenario", "COST-66")]
    public Task Costs_that_are_told_to_nobody() =>
        IsNoticedAsync(Saboteur.NoEvents, w => new RecordTests(w).A_call_is_told_as_the_ledger_and_the_reply_have_it());

    [Fact]
    [Trait("Scenario", "COST-67")]
    public Task A_guard_that_admits_everything() =>
        IsNoticedAsync(
            Saboteur.AlwaysAdmit,
            w => new RefusalTests(w).A_quota_that_does_not_cover_the_call_refuses_it_before_the_provider_hears_of_it(),
            w => new RefusalTests(w).A_budget_that_is_spent_refuses_and_another_school_goes_on()
        );

    [Fact]
    [Trait("Scenario", "COST-68")]
    public Task A_divisor_that_is_a_thousand_times_too_high() =>
        IsNoticedAsync(
            Saboteur.Divisor1000,
            w => new PriceTests(w).A_new_price_holds_for_the_next_call_and_the_old_one_is_closed(),
            w => new CompletionTests(w).The_answer_says_what_the_ledger_says(0)
        );

    [Fact]
    [Trait("Scenario", "COST-69")]
    public Task A_usage_of_nothing() =>
        IsNoticedAsync(
            Saboteur.UsageZero,
            w => new CompletionTests(w).The_answer_says_what_the_ledger_says(0),
            w => new CompletionTests(w).What_a_provider_says_counts_and_not_what_was_reserved(),
            w => new CompletionTests(w).What_a_provider_does_not_say_is_estimated()
        );

    [Fact]
    [Trait("Scenario", "COST-70")]
    public Task A_ledger_in_memory() =>
        IsNoticedAsync(
            Saboteur.MemoryLedger,
            w => new CompletionTests(w).The_answer_says_what_the_ledger_says(0),
            w => new CompletionTests(w).Calls_side_by_side_add_up()
        );

    [Fact]
    [Trait("Scenario", "CCR-59")]
    public Task A_router_that_forgets_what_a_school_allows() =>
        IsNoticedAsync(Saboteur.RouterIgnoresAllowList, w => new RefusalTests(w).What_the_school_does_not_allow_is_never_asked());

    [Fact]
    [Trait("Scenario", "CCR-35")]
    [Trait("Scenario", "CCR-36")]
    public async Task A_breaker_that_never_opens()
    {
        await using var patient = new PatientWorld();
        await patient.InitializeAsync();

        await DiesAsync(() => new RefusalTests(patient).A_provider_that_fails_is_left_alone_for_a_minute_and_then_tried_once());
    }

    [Fact]
    [Trait("Scenario", "CCR-60")]
    public async Task A_mask_that_masks_nothing()
    {
        FeedbackUnderTest.Sabotage.Value = services => services.Replace(ServiceDescriptor.Singleton<INameMask, NoMask>());

        await DiesAsync(() => new FeedbackFlowTests().Each_essay_gets_feedback_and_no_name_leaves());
    }

    async Task IsNoticedAsync(Saboteur saboteur, params Func<CallWorld, Task>[] victims)
    {
        await using var inside = await world.LetInAsync(saboteur);
        foreach (var victim in victims)
        {
            await DiesAsync(() => victim(world));
        }
    }

    // Shouldly lets its own exceptions through where it waits for one.
    static Task DiesAsync(Func<Task> victim) => Assert.ThrowsAsync<ShouldAssertException>(victim);

    sealed class PatientWorld : CallWorld
    {
        private protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings => [new("Routing:FailuresToOpen", "100")];
    }

    sealed class NoMask : INameMask
    {
        public MaskedText Mask(string text, Guid essayId, ClassNames names) => new(text, []);
    }
}
