using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Slots;

public sealed class CloseIntakeTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "S-206")]
    public async Task Closing_completes_the_batch_without_the_missing_files_and_only_once()
    {
        var batch = new BatchFacts(5);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Content(2));

        (await ClosedSlotsAsync(batch)).ShouldBe(3);
        (await ClosedSlotsAsync(batch)).ShouldBe(0);
        await els.DrainAsync();

        var logged = (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).ShouldHaveSingleItem();
        (logged.Data.ExpectedCount, logged.Data.ProvisionedCount).ShouldBe((5, 2));
        logged.Header.CorrelationId.ShouldBe(batch.CorrelationId);
        logged
            .Data.FailedUploads!.Select(failed => failed.ValidationErrorCode)
            .ShouldBe(Enumerable.Repeat(ValidationErrorCode.NotProvided, 3));
        (await els.ToldAsync<BatchValidationErrors>(batch)).ShouldHaveSingleItem().Data.FailedEssays.Count.ShouldBe(3);
        var essays = await els.GetAsync(batch, $"/v1/batches/{batch.BatchId}/essays");
        essays.GetProperty("items").EnumerateArray().Count(row => Text(row, "error_code") == "NOT_PROVIDED").ShouldBe(3);
    }

    [Fact]
    public async Task A_complete_batch_is_locked()
    {
        var batch = new BatchFacts(1);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1));

        using var answer = await CloseAsync(batch, batch.UserId);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Text(await answer.Content.ReadFromJsonAsync<JsonElement>(Token), "code").ShouldBe("BATCH_LOCKED");
    }

    [Fact]
    public async Task A_batch_without_any_text_is_to_be_cancelled_instead()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), batch.Failed(1));

        using var answer = await CloseAsync(batch, batch.UserId);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await els.EssaysAsync(batch)).ShouldBe(["1 content_ingestion_failed -", "2 uploaded -"]);
    }

    [Fact]
    public async Task Nobody_closes_the_intake_of_another_teacher()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1));

        using var answer = await CloseAsync(batch, "another-teacher");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-1", "2 uploaded -"]);
    }

    async Task<int> ClosedSlotsAsync(BatchFacts batch)
    {
        using var answer = await CloseAsync(batch, batch.UserId);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("closed_slots").GetInt32();
    }

    async Task<HttpResponseMessage> CloseAsync(BatchFacts batch, string teacher)
    {
        using var client = els.As(teacher);
        return await client.PostAsync($"/internal/v1/batches/{batch.BatchId}/close-intake", content: null, Token);
    }

    static string? Text(JsonElement document, string property) =>
        document.TryGetProperty(property, out var value) ? value.GetString() : null;
}
