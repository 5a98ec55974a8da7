using System.Net;
using Phase1.Events;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Associations;

/// <summary>What becomes of suggestions that wait for the request of their batch.</summary>
public sealed class PendingSuggestionTests
{
    [Fact]
    [Trait("Scenario", "S-532")]
    public async Task Suggestions_without_a_request_are_given_up_after_a_day_and_can_be_redriven_when_it_has_come()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var (batch, late) = (cms.Batch(schoolClass, 1), cms.Batch(schoolClass, 1));
        await batch.FeedAsync(batch.Suggestions([Suggest(schoolClass.Students[0], 0.95m)]));
        cms.Service.Advance(TimeSpan.FromHours(23));
        await late.FeedAsync(late.Suggestions([Suggest(schoolClass.Students[0], 0.95m)]));

        cms.Service.Advance(TimeSpan.FromHours(1));
        await BatchOrchestrator.BosTest.UntilAsync(async () => await cms.CountAsync("dead_letters", batch.Id) == 1);

        (await cms.ScalarAsync<string>("select reason_code from dead_letters")).ShouldBe("UNKNOWN_BATCH");
        (await cms.CountAsync("pending_suggestions", batch.Id)).ShouldBe(0);
        (await cms.CountAsync("pending_suggestions", late.Id)).ShouldBe(1);
        await batch.FeedAsync(batch.Request());
        using var operators = cms.Service.As("operator-1", "operator");
        var letter = await cms.ScalarAsync<Guid>("select id from dead_letters");
        using var answer = await operators.PostAsync($"/internal/v1/dead-letters/{letter}/redrive", content: null, CmsUnderTest.Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await BatchOrchestrator.BosTest.UntilAsync(async () =>
        {
            cms.Service.Advance(TimeSpan.FromSeconds(1));
            return await cms.CountAsync("held_messages", batch.Id) == 0;
        });
        (await batch.RowAsync(0)).GetProperty("validation_status").GetString().ShouldBe("pending_validation");
    }

    [Fact]
    [Trait("Scenario", "S-126")]
    public async Task What_waits_for_a_batch_that_is_cancelled_goes()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.FeedAsync(batch.Suggestions([Suggest(schoolClass.Students[0], 0.95m)]));

        await batch.CancelAsync();
        await batch.FeedAsync(batch.Suggestions([Suggest(schoolClass.Students[0], 0.95m)]));
        await batch.FeedAsync(batch.Request());

        (await cms.CountAsync("pending_suggestions", batch.Id)).ShouldBe(0);
        (await batch.StateAsync()).ShouldBeNull();
    }

    [Fact]
    [Trait("Scenario", "S-720")]
    public async Task What_waits_for_a_batch_that_is_deleted_goes()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.FeedAsync(batch.Suggestions([Suggest(schoolClass.Students[0], 0.95m)]));

        await batch.FeedAsync(
            new BatchDeleted
            {
                BatchId = batch.Id,
                UserId = CmsUnderTest.TeacherId,
                Reason = DeletionReason.Teacher,
                TextStorageIds = [],
                OccurredAt = cms.Service.Clock.GetUtcNow(),
            }
        );

        (await cms.CountAsync("pending_suggestions", batch.Id)).ShouldBe(0);
    }
}
