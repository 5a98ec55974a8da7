using Phase1.Events;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>A suite of its own: it moves the clock by a day, which every batch of a shared suite would feel.</summary>
public sealed class An_undecided_batch_is_released_by_the_deadline
{
    [Fact]
    [Trait("Scenario", "S-003")]
    [Trait("Scenario", "S-520")]
    [Trait("Scenario", "S-103")]
    public async Task With_the_clear_essay_confirmed_and_the_nameless_one_bound_to_unknown()
    {
        await using var suite = await SuiteUnderTest.StartAsync();
        var context = new Phase1TestContext(suite);
        var batch = await context.CreateBatchAsync(BatchKind.Regular, CourseCode.Eng7, 2, TextOf);
        await context.WaitForSuggestionsAsync(batch);
        await suite.DrainAsync();

        await context.AdvanceTimeAsync(TimeSpan.FromHours(25));
        await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await suite.DrainAsync();

        var confirmed = (await suite.Log.FactsAsync<StudentAssociationsConfirmed>()).ShouldHaveSingleItem();
        confirmed.Data.TimeoutTriggered.ShouldBeTrue();
        confirmed.Data.CourseCode.ShouldBe(CourseCode.Eng7);
        confirmed.Header.CorrelationId.ShouldBe(batch.CorrelationId);
        confirmed.Data.Associations.Select(a => a.StudentId).ShouldContain(batch.Students[0].Id);
        var timeout = (await suite.Log.FactsAsync<ValidationTimeoutProcessed>()).ShouldHaveSingleItem().Data;
        timeout.UnknownStudentId.ShouldNotBeNull();
        timeout.GuestEssays.Count.ShouldBe(1);
        (await context.HistoryAsync(batch))[^1].ShouldBe("ready_for_pipeline_execution");
        await context.VerifyEventChainAsync(batch);
    }

    static string TextOf(int index, TestStudent student) =>
        index == 0
            ? Phase1TestContext.TextBy(student)
            : "Det var en gång en sommar som aldrig tog slut, och ingen skrev sitt namn på den.\n";
}
