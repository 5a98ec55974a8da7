using Phase1.Events;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>A suite of its own: it moves the clock by a day.</summary>
public sealed class Tickets_watch_beside_the_batches
{
    const string Review = "ASSOCIATION_REVIEW";
    const string Unknown = "UNKNOWN_STUDENT";

    [Fact]
    [Trait("Scenario", "TC-E2E03")]
    [Trait("Scenario", "TC-E2E04")]
    [Trait("Scenario", "TC-E2E09")]
    public async Task By_teacher_by_deadline_and_with_the_queue_away()
    {
        await using var suite = await SuiteUnderTest.StartAsync();
        var context = new Phase1TestContext(suite);
        // Both of them run whole before anybody works on tickets.
        var early = await ReviewedAsync(context);
        await DecideAsync(context, early);
        await using (var queue = await TicketQueue.StartAsync(suite, processes: 3))
        {
            var born = await queue.WaitAsync(context, early, Review, "completed");
            ((string?)born["outcome"], (string?)born["agent_occurrence_id"]).ShouldBe(("human", "__shared__"));

            var batch = await ReviewedAsync(context);
            var parked = await queue.WaitAsync(context, batch, Review, "deferred");
            await DecideAsync(context, batch);
            var closed = await queue.WaitAsync(context, batch, Review, "completed");
            ((string?)closed["ticket_id"], (string?)closed["outcome"]).ShouldBe(((string?)parked["ticket_id"], "human"));

            var undecided = await ReviewedAsync(context);
            await queue.WaitAsync(context, undecided, Review, "deferred");
            await context.AdvanceTimeAsync(TimeSpan.FromHours(25));
            await context.WaitForStateAsync(undecided, BatchStatus.ReadyForPipelineExecution);
            ((string?)(await queue.WaitAsync(context, undecided, Review, "completed"))["outcome"]).ShouldBe("timeout");
            await queue.WaitAsync(context, undecided, Unknown, "deferred");
            await CorrectAsync(suite, undecided);
            ((string?)(await queue.WaitAsync(context, undecided, Unknown, "completed"))["outcome"]).ShouldBe("human");

            // One ticket a matter, one claim a ticket, however many processes there are.
            (await queue.CountAsync("select count(*) from tickets")).ShouldBe(4);
            (await queue.CountAsync("select count(*) from ticket_history where reason = 'claimed'")).ShouldBe(3);
            (await queue.CountAsync("select count(*) from work_tasks where status in ('pending', 'active')")).ShouldBe(0);
        }
    }

    static async Task<TestBatch> ReviewedAsync(Phase1TestContext context)
    {
        var batch = await context.CreateBatchAsync(BatchKind.Regular, CourseCode.Sv2, 2, TextOf);
        await context.WaitForSuggestionsAsync(batch);
        return batch;
    }

    static async Task DecideAsync(Phase1TestContext context, TestBatch batch)
    {
        var rows = await context.AssociationsAsync(batch);
        await context.DecideAsync(
            batch,
            [
                .. rows.EnumerateArray()
                    .Select(
                        (row, i) =>
                            (object)
                                new
                                {
                                    essay_id = row.GetProperty("essay_id").GetGuid(),
                                    action = "choose",
                                    student_id = batch.Students[i].Id,
                                    association_version = row.GetProperty("association_version").GetInt32(),
                                }
                    ),
            ]
        );
        await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
    }

    static async Task CorrectAsync(SuiteUnderTest suite, TestBatch batch)
    {
        var context = new Phase1TestContext(suite);
        using var client = suite.Client(SuiteUnderTest.ClassManagement, batch.Teacher);
        var unknown = (await context.AssociationsAsync(batch))
            .EnumerateArray()
            .Single(row => row.GetProperty("decision").GetString() == "timeout_unknown");
        using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(
            client,
            $"/v1/batches/{batch.Id}/student-associations/{unknown.GetProperty("essay_id").GetGuid()}",
            new { student_id = batch.Students[1].Id, association_version = unknown.GetProperty("association_version").GetInt32() }
        );
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    static string TextOf(int index, TestStudent student) =>
        index == 0
            ? Phase1TestContext.TextBy(student)
            : "Det var en gång en sommar som aldrig tog slut, och ingen skrev sitt namn på den.\n";
}
