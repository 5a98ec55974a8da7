using System.Text.RegularExpressions;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Batches;

public sealed class RegistrationTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    [Trait("Scenario", "S-207")]
    public async Task Only_the_class_decides_whether_a_batch_is_guest_or_regular()
    {
        var school = new BatchFacts(1, regular: false) { OrgId = "school-1" };
        var tutor = new BatchFacts(1) { UserId = "private-teacher" };

        await els.FeedAsync(school, school.Registered());
        await els.FeedAsync(tutor, tutor.Registered());

        const string Tracker = "select concat_ws(' ', class_type, org_id, user_id) from batch_trackers where batch_id = $1";
        (await els.TextsAsync(school, Tracker)).ShouldBe(["GUEST school-1 teacher-1"]);
        (await els.TextsAsync(tutor, Tracker)).ShouldBe(["REGULAR private-teacher"]);
    }

    [Fact]
    public async Task A_known_batch_is_left_alone()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1));

        var again = await els.FeedAsync(batch, batch.Registered());

        (await els.OutcomeAsync(again)).ShouldBe("duplicate");
        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-1", "2 uploaded -"]);
    }

    [Fact]
    [Trait("Scenario", "S-211")]
    public async Task When_an_essay_cannot_be_inserted_there_is_no_tracker_either()
    {
        var first = new BatchFacts(2);
        var second = new BatchFacts(2);
        await els.FeedAsync(first, first.Registered());

        await els.FeedAsync(second, second.Registered() with { EssayIds = [second.EssayId(1), first.EssayId(2)] });

        (await els.CountAsync(second, "batch_trackers")).ShouldBe(0);
        (await els.CountAsync(second, "essays")).ShouldBe(0);
        (await els.CountAsync(second, "held_messages")).ShouldBe(1);
        (await els.CountAsync(first, "essays")).ShouldBe(2);
    }

    [Fact]
    [Trait("Scenario", "S-211")]
    public async Task An_empty_essay_list_is_dead_lettered()
    {
        var batch = new BatchFacts(1);

        await els.FeedRawAsync(
            Topics.BatchEssaysRegistered,
            batch.BatchId.ToString(),
            Body(batch, "\"essay_ids\":\\[[^]]*]", "\"essay_ids\":[]")
        );

        (await els.ReasonCodesAsync(batch)).ShouldBe(["INVALID_VALUE"]);
        (await els.CountAsync(batch, "batch_trackers")).ShouldBe(0);
    }

    static string Body(BatchFacts batch, string pattern, string replacement)
    {
        var stamp = new EnvelopeStamp(batch.UploadId(99), BatchFacts.Now, ServiceNames.BatchOrchestrator, batch.CorrelationId);
        var body = System.Text.Encoding.UTF8.GetString(EnvelopeSerializer.Write(batch.Registered(), stamp));
        var broken = Regex.Replace(body, pattern, replacement, RegexOptions.NonBacktracking);
        broken.ShouldNotBe(body);
        return broken;
    }
}
