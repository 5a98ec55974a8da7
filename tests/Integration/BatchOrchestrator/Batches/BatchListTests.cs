using System.Text.Json;
using Phase1.BatchOrchestrator.Batches.Explanation;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

public sealed class BatchListTests
{
    [Fact, Trait("Scenario", "S-130")]
    public async Task The_list_has_the_deadlines_of_all_awaited_batches_from_one_question()
    {
        await using var bos = await BosTest.StartAsync();
        var guest = await bos.BatchInAsync(BatchStatus.ReadyForPipelineExecution, BatchKind.Guest);
        var (first, second) = (await AwaitedAsync(bos), await AwaitedAsync(bos));
        var unmatched = await AwaitedAsync(bos);
        bos.OfferDecisions(undecided: 3, first, second);

        var list = await bos.GetAsync("/v1/batches");

        Deadlines(list)
            .ShouldBe(
                [
                    (guest.BatchId, null),
                    (first.BatchId, BosNeighbours.Deadline),
                    (second.BatchId, BosNeighbours.Deadline),
                    (unmatched.BatchId, null),
                ],
                ignoreOrder: true
            );
        list.GetProperty("unavailable").GetArrayLength().ShouldBe(0);
        var asked = bos.DecisionsAsked().ShouldHaveSingleItem();
        new[] { first, second, unmatched }.ShouldAllBe(batch => asked.Contains(batch.BatchId.ToString(), StringComparison.Ordinal));
        asked.ShouldNotContain(guest.BatchId.ToString());
    }

    [Fact, Trait("Scenario", "S-130")]
    public async Task The_awaited_validation_is_a_status_of_its_own_for_the_client()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await AwaitedAsync(bos);

        var one = await bos.GetAsync($"/v1/batches/{batch.BatchId}/status");
        var listed = (await bos.GetAsync("/v1/batches?status=awaiting_student_validation")).GetProperty("items")[0];

        foreach (var document in new[] { one, listed })
        {
            document.GetProperty("batch_id").GetGuid().ShouldBe(batch.BatchId);
            document.GetProperty("client_status").GetString().ShouldBe("awaiting_student_validation");
        }
    }

    [Fact, Trait("Scenario", "S-130")]
    public async Task With_Class_Management_away_the_list_is_there_without_deadlines_and_names_it()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await AwaitedAsync(bos);
        bos.TakeDecisionsAway();

        var list = await bos.GetAsync("/v1/batches");

        Deadlines(list).ShouldBe([(batch.BatchId, null)]);
        list.GetProperty("unavailable").EnumerateArray().Select(name => name.GetString()).ShouldBe(["class_management_service"]);
    }

    [Fact]
    public async Task For_a_page_on_which_nothing_is_awaited_nobody_is_asked()
    {
        await using var bos = await BosTest.StartAsync();
        await AwaitedAsync(bos);
        bos.Service.Advance(TimeSpan.FromSeconds(1));
        var newest = await bos.BatchInAsync(BatchStatus.StudentValidationCompleted);

        var page = await bos.GetAsync("/v1/batches?limit=1");

        Deadlines(page).ShouldBe([(newest.BatchId, null)]);
        page.GetProperty("next_cursor").GetString().ShouldNotBeNull();
        bos.DecisionsAsked().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_more_than_a_hundred_batches_is_asked_for_in_hundreds()
    {
        using var others = new FakeHttp();
        others.OnGet("/internal/v1/batches/validation-status", new Dictionary<string, object>());
        using var http = new HttpClient(others) { BaseAddress = new Uri("http://class-management.test") };
        var ids = Enumerable.Range(1, 150).Select(number => new Guid(number, 0, 0, new byte[8])).ToArray();

        await new DecisionClient(http).FindAsync(ids, TestContext.Current.CancellationToken);

        others.Asked.Select(question => question.Split(',').Length).ShouldBe([100, 50]);
    }

    static Task<NeighbourFacts> AwaitedAsync(BosTest bos) => bos.BatchInAsync(BatchStatus.AwaitingStudentValidation);

    static List<(Guid BatchId, string? Deadline)> Deadlines(JsonElement list) =>
        [
            .. list.GetProperty("items")
                .EnumerateArray()
                .Select(item => (item.GetProperty("batch_id").GetGuid(), item.GetProperty("auto_confirm_deadline").GetString())),
        ];
}
