using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Confirmations;

[Trait("Scenario", "S-724")]
public sealed class RestatementTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    public async Task What_CMS_has_not_released_has_no_authors_and_is_released_once_it_has()
    {
        var batch = await els.CompleteAsync(2);
        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(1, pupil: 8, version: 99), batch.Decided(2, pupil: null)));
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);

        await els.FeedAsync(batch, batch.RestatedOpen(3));
        (await els.TextsAsync(batch, EssayLifecycleFixture.Students)).ShouldBe(["ready_for_processing - 0", "ready_for_processing - 0"]);
        await els.FeedAsync(batch, batch.AllConfirmed());

        (await AuthorsAsync(batch)).ShouldBe([batch.StudentId(1), batch.StudentId(2)]);
        (await els.ToldAsync<BatchEssaysReady>(batch))[^1].Data.ReadyEssays.Count.ShouldBe(2);
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_released_set_the_authors_are_put_right_and_the_batch_is_said_ready_anew()
    {
        var batch = await els.CompleteAsync(2);
        await els.FeedAsync(batch, batch.AllConfirmed(), batch.Corrected(1, pupil: 8, version: 50));

        await els.FeedAsync(batch, batch.Restated(4, batch.Decided(1, pupil: 1), batch.Decided(2, pupil: null)));

        (await els.TextsAsync(batch, EssayLifecycleFixture.Students)).ShouldBe([
            $"ready_for_processing {batch.StudentId(1)} human 1",
            "excluded - human 1",
        ]);
        (await els.ToldAsync<BatchEssaysReady>(batch))[^1].Data.ReadyEssays.ShouldHaveSingleItem().EssayId.ShouldBe(batch.EssayId(1));
        await els.FeedAsync(batch, batch.Corrected(1, pupil: 2, version: 2));
        (await AuthorsAsync(batch)).ShouldBe([batch.StudentId(2), null]);
    }

    [Fact]
    public async Task The_highest_version_stands_in_whatever_order_they_come()
    {
        var batch = await els.CompleteAsync(1);
        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(1, pupil: 8)));

        // The set was restated open and released afterwards; on the other topic its confirmation was faster, and stale.
        await els.FeedAsync(batch, batch.AllConfirmed());
        await els.FeedAsync(batch, batch.Restated(6, batch.Decided(1, pupil: 1)));
        var older = await els.FeedAsync(batch, batch.RestatedOpen(5));

        (await els.OutcomeAsync(older)).ShouldBe("stale");
        (await AuthorsAsync(batch)).ShouldBe([batch.StudentId(1)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_again_changes_nothing(bool oneEventId)
    {
        var batch = await els.CompleteAsync(1);

        await els.FeedManyAsync(batch.Restated(2, batch.Decided(1, pupil: 1)), 5, oneEventId);

        (await AuthorsAsync(batch)).ShouldBe([batch.StudentId(1)]);
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("incomplete")]
    [InlineData("cancelled")]
    [InlineData("guest")]
    public async Task Where_no_author_can_stand_there_is_nothing_to_put_right(string which)
    {
        var batch = new BatchFacts(2, regular: which != "guest");
        IFact[] facts = which switch
        {
            "unknown" => [],
            "incomplete" => [batch.Registered(), batch.Content(1)],
            "cancelled" => [batch.Registered(), batch.Content(1), batch.Content(2), batch.Cancelled()],
            _ => [batch.Registered(), batch.Content(1), batch.Content(2)],
        };
        await els.FeedAsync(batch, facts);

        var restated = await els.FeedAsync(batch, batch.Restated(1, batch.Decided(1, pupil: 1), batch.Decided(2, pupil: 2)));

        (await els.OutcomeAsync(restated)).ShouldBe("stale");
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restatement_that_does_not_fit_its_batch_is_dead_lettered()
    {
        var batch = await els.CompleteAsync(1);

        await els.FeedAsync(batch, batch.RestatedOpen(1) with { CourseCode = CourseCode.Eng5 });
        await els.FeedAsync(batch, batch.Restated(1, batch.Decided(1, 1), batch.Decided(2, 2)));

        (await els.ReasonCodesAsync(batch)).ShouldBe(["CONTRADICTORY_FACT", "CONTRADICTORY_FACT"]);
        (await AuthorsAsync(batch)).ShouldBe([null]);
    }

    [Fact]
    [Trait("Scenario", "S-723")]
    public async Task A_service_learns_the_author_of_every_essay_and_a_teacher_of_the_own_ones()
    {
        var (batch, unknown) = (await els.CompleteAsync(2), new BatchFacts(1));
        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(1, pupil: 1), batch.Decided(2, pupil: null)));
        var path = $"/internal/v1/batches/student-links?batch_ids={batch.BatchId},{unknown.BatchId}";
        using var service = els.AsService();
        using var stranger = els.As("teacher-2");

        var links = await GetAsync(service, path);

        links.GetProperty(unknown.BatchId.ToString()).ValueKind.ShouldBe(JsonValueKind.Null);
        var answer = links.GetProperty(batch.BatchId.ToString());
        (answer.GetProperty("content_complete").GetBoolean(), answer.GetProperty("cancelled").GetBoolean()).ShouldBe((true, false));
        var essays = answer.GetProperty("essays");
        essays[0].GetProperty("student_id").GetGuid().ShouldBe(batch.StudentId(1));
        (essays[1].GetProperty("has_text").GetBoolean(), essays[1].GetProperty("excluded").GetBoolean()).ShouldBe((true, true));
        (await GetAsync(stranger, path)).GetProperty(batch.BatchId.ToString()).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    static async Task<JsonElement> GetAsync(HttpClient client, string path) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;

    async Task<IReadOnlyList<Guid?>> AuthorsAsync(BatchFacts batch) =>
        [
            .. (await els.TextsAsync(batch, "select student_id from essays where batch_id = $1 order by ordinal")).Select(id =>
                id.Length == 0 ? (Guid?)null : Guid.Parse(id)
            ),
        ];
}
