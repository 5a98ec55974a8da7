using Phase1.Events;
using Phase1.Messaging;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Associations;

/// <summary>The matching request fixes class, course and essays of a batch; suggestions that say otherwise change nothing, whenever they come.</summary>
[Trait("Scenario", "S-532")]
public sealed class ContradictionTests
{
    public static TheoryData<string> Contradictions => ["class", "unknown class", "course", "essays", "owner"];

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task What_contradicts_the_request_is_a_dead_letter_at_once_and_holds_nobody(string what)
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var batch = cms.Batch(await cms.ClassAsync(2), 2);
        await batch.FeedAsync(batch.Request());

        await FeedForeignAsync(batch, what);
        await batch.FeedAsync(Right(batch));

        await IsRightAsync(batch);
        (await cms.CountAsync("held_messages", batch.Id)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task What_came_before_the_request_that_it_contradicts_is_a_dead_letter_when_the_request_comes(string what)
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var batch = cms.Batch(await cms.ClassAsync(2), 2);

        await FeedForeignAsync(batch, what);
        (await batch.StateAsync()).ShouldBeNull();
        (await cms.CountAsync("held_messages", batch.Id)).ShouldBe(0);
        await batch.FeedAsync(Right(batch));
        await batch.FeedAsync(batch.Request());

        await IsRightAsync(batch);
    }

    [Fact]
    public async Task Suggestions_that_come_after_a_contradiction_and_the_request_are_taken()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var batch = cms.Batch(await cms.ClassAsync(2), 2);

        await FeedForeignAsync(batch, "essays");
        await batch.FeedAsync(batch.Request());
        (await batch.RowAsync(0)).GetProperty("no_match_reason").GetString().ShouldBe("AWAITING_SUGGESTIONS");
        await batch.FeedAsync(Right(batch));

        await IsRightAsync(batch);
    }

    [Fact]
    public async Task Another_request_than_the_first_is_a_dead_letter_and_the_same_one_a_duplicate()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var batch = cms.Batch(await cms.ClassAsync(1), 2);
        await batch.FeedAsync(batch.Request());

        await batch.FeedAsync(batch.Request() with { EssaysToProcess = [.. batch.Request().EssaysToProcess.Take(1)] });
        await batch.FeedAsync(batch.Request() with { CourseCode = CourseCode.Eng5 });
        await batch.FeedAsync(batch.Request());

        (await ReasonsAsync(cms)).ShouldBe("CONTRADICTORY_FACT CONTRADICTORY_FACT");
        (await cms.ScalarAsync<long>("select count(*) from inbox where outcome = 'duplicate'")).ShouldBe(1);
        (await cms.CountAsync("associations", batch.Id)).ShouldBe(2);
    }

    static async Task FeedForeignAsync(SetUnderTest batch, string what)
    {
        var right = Right(batch);
        var foreign = what switch
        {
            "class" => right with { ClassId = (await batch.Cms.ClassAsync(1)).Id },
            "unknown class" => right with { ClassId = batch.Cms.Service.NewId() },
            "course" => right with { CourseCode = CourseCode.Eng5 },
            "essays" => right with
            {
                MatchResults = [right.MatchResults[0] with { EssayId = batch.Cms.Service.NewId() }, right.MatchResults[1]],
            },
            _ => right,
        };
        await batch.Cms.Service.FeedAsync(
            foreign,
            new EventCause(batch.CorrelationId, null, what == "owner" ? "teacher-2" : CmsUnderTest.TeacherId)
        );
        await batch.Cms.Service.DrainAsync();
    }

    static BatchAuthorMatchesSuggested Right(SetUnderTest batch) =>
        batch.Suggestions([Suggest(batch.Class.Students[0], 0.95m)], [Suggest(batch.Class.Students[1], 0.9m)]);

    /// <summary>The set is the request's, with the right suggestions; the others are the one dead letter; the teacher's decisions release it.</summary>
    static async Task IsRightAsync(SetUnderTest batch)
    {
        (await ReasonsAsync(batch.Cms)).ShouldBe("CONTRADICTORY_FACT");
        var list = await batch.ListAsync();
        list.GetProperty("class_id").GetGuid().ShouldBe(batch.Class.Id);
        list.GetProperty("course_code").GetString().ShouldBe("SV2");
        list.GetProperty("associations").GetArrayLength().ShouldBe(2);
        for (var essay = 0; essay < 2; essay++)
        {
            var suggested = (await batch.RowAsync(essay)).GetProperty("suggested_student");
            suggested.GetProperty("student_id").GetGuid().ShouldBe(batch.Class.Students[essay]);
        }
        (await batch.NoticesAsync(NotificationType.StudentMatchingConfirmationRequired)).Count.ShouldBe(1);

        await batch.DecideAsync(batch.Decision(0, "accept"), batch.Decision(1, "accept"));

        var release = (await batch.ReleaseAsync()).Data;
        release.ClassId.ShouldBe(batch.Class.Id);
        release.Associations.Select(entry => entry.EssayId).ShouldBe(batch.Essays, ignoreOrder: true);
    }

    static Task<string> ReasonsAsync(CmsUnderTest cms) => cms.ScalarAsync<string>("select string_agg(reason_code, ' ') from dead_letters");
}
