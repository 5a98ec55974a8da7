using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>A suite of its own: it moves the clock by a day, which every batch of a shared suite would feel.</summary>
public class An_undecided_batch_is_released_by_the_deadline
{
    [Fact]
    [Trait("Scenario", "S-003")]
    [Trait("Scenario", "S-520")]
    [Trait("Scenario", "S-103")]
    [Trait("Scenario", "S-130")]
    public async Task With_the_clear_essay_confirmed_and_the_nameless_one_bound_to_unknown_in_every_course()
    {
        await using var suite = await StartSuiteAsync();
        var context = new Phase1TestContext(suite);
        var batches = new List<TestBatch>();
        foreach (var course in Courses)
        {
            var batch = await context.CreateBatchAsync(BatchKind.Regular, course, 2, TextOf);
            await context.WaitForSuggestionsAsync(batch);
            batches.Add(batch);
        }
        await suite.DrainAsync();
        var deadline = await PromisedAsync(suite, batches[0]);

        await context.AdvanceTimeAsync(TimeSpan.FromHours(25));

        foreach (var batch in batches)
        {
            await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        }
        await suite.DrainAsync();
        foreach (var batch in batches)
        {
            var confirmed = (await suite.Log.FactsAsync<StudentAssociationsConfirmed>()).Single(fact => fact.Data.BatchId == batch.Id);
            confirmed.Data.TimeoutTriggered.ShouldBeTrue();
            confirmed.Header.CorrelationId.ShouldBe(batch.CorrelationId);
            confirmed.Data.Associations.Select(a => a.StudentId).ShouldContain(batch.Students[0].Id);
            var timeout = (await suite.Log.FactsAsync<ValidationTimeoutProcessed>()).Single(fact => fact.Data.BatchId == batch.Id).Data;
            timeout.UnknownStudentId.ShouldNotBeNull();
            timeout.GuestEssays.Count.ShouldBe(1);
            (await context.HistoryAsync(batch))[^1].ShouldBe("ready_for_pipeline_execution");
            await context.VerifyCourseAsync(batch);
            await context.VerifyEventChainAsync(batch);
        }
        deadline.ShouldBe(await DeadlineAsync(suite, batches[0]));
    }

    /// <summary>What BOS's page promises.</summary>
    static async Task<DateTimeOffset> PromisedAsync(SuiteUnderTest suite, TestBatch batch)
    {
        using var client = suite.Client(SuiteUnderTest.BatchOrchestrator, batch.Teacher);
        var page = await client.GetFromJsonAsync<JsonElement>($"/v1/batches/{batch.Id}", TestContext.Current.CancellationToken);
        return page.GetProperty("deadline").GetDateTimeOffset();
    }

    /// <summary>What CMS goes by.</summary>
    static async Task<DateTimeOffset> DeadlineAsync(SuiteUnderTest suite, TestBatch batch)
    {
        await using var command = suite
            .Database(SuiteUnderTest.ClassManagement)
            .CreateCommand("select deadline_at from association_sets where batch_id = $1");
        command.Parameters.Add(new() { Value = batch.Id });
        return (DateTime)(await command.ExecuteScalarAsync())!;
    }

    protected virtual IReadOnlyList<CourseCode> Courses => Enum.GetValues<CourseCode>();

    protected virtual Task<SuiteUnderTest> StartSuiteAsync() => SuiteUnderTest.StartAsync();

    static string TextOf(int index, TestStudent student) =>
        index == 0
            ? Phase1TestContext.TextBy(student)
            : "Det var en gång en sommar som aldrig tog slut, och ingen skrev sitt namn på den.\n";
}
