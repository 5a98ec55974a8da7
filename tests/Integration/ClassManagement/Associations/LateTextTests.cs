using Phase1.Events;

namespace Phase1.Integration.Tests.ClassManagement.Associations;

/// <summary>Matching speaks again, with texts that it lacked: what nobody has touched is completed, and what the teacher has said stands.</summary>
[Trait("Scenario", "S-502")]
public sealed class LateTextTests
{
    [Fact]
    public async Task Late_texts_complete_the_rows_that_nobody_has_touched()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(4);
        var batch = cms.Batch(schoolClass, essays: 4);
        await batch.FeedAsync(batch.Request());
        await batch.FeedAsync(Lacking(batch, [SetUnderTest.Suggest(schoolClass.Students[0], 0.95m)], [], [], []));
        var deadline = await DeadlineAsync(cms, batch);
        await batch.DecideAsync(batch.Decision(1, "choose", schoolClass.Students[3]));
        cms.Service.Advance(TimeSpan.FromMinutes(20));

        // The first essay turns out to be claimed twice, the second has been decided; the last is still without a text.
        var late = Lacking(
            batch,
            [SetUnderTest.Suggest(schoolClass.Students[0], 0.95m, eligible: false)],
            [SetUnderTest.Suggest(schoolClass.Students[1], 0.95m)],
            [SetUnderTest.Suggest(schoolClass.Students[0], 0.95m, eligible: false)],
            []
        );
        await batch.FeedAsync(late);

        (await RowsAsync(cms, batch)).ShouldBe([
            $"pending_validation {schoolClass.Students[0]} f",
            $"confirmed {schoolClass.Students[3]} f",
            $"pending_validation {schoolClass.Students[0]} f",
            "no_match TEXT_UNAVAILABLE f",
        ]);
        (await DeadlineAsync(cms, batch)).ShouldBe(deadline);
        (await batch.NoticesAsync("student_matching_confirmation_required")).Count.ShouldBe(1);

        // The same once more, and the first result once more, under other event ids.
        var version = await cms.ScalarAsync<int>("select version from association_sets where batch_id = $1", batch.Id);
        await batch.FeedAsync(late);
        await batch.FeedAsync(Lacking(batch, [SetUnderTest.Suggest(schoolClass.Students[1], 0.95m)], [], [], []));
        (await cms.ScalarAsync<int>("select version from association_sets where batch_id = $1", batch.Id)).ShouldBe(version);
    }

    [Fact]
    public async Task A_suggestion_that_was_rejected_and_a_decision_that_was_taken_back_stay_the_teachers()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(3);
        var batch = cms.Batch(schoolClass, essays: 3);
        await batch.FeedAsync(batch.Request());
        await batch.FeedAsync(Lacking(batch, [SetUnderTest.Suggest(schoolClass.Students[0], 0.95m)], [], []));
        await batch.DecideAsync(batch.Decision(0, "reject"));
        await batch.DecideAsync(batch.Decision(1, "choose", schoolClass.Students[2]));
        await batch.DecideAsync(batch.Decision(1, "reopen"));
        var before = await RowsAsync(cms, batch);

        await batch.FeedAsync(
            batch.Suggestions(
                [SetUnderTest.Suggest(schoolClass.Students[1], 0.95m)],
                [SetUnderTest.Suggest(schoolClass.Students[1], 0.95m)],
                [SetUnderTest.Suggest(schoolClass.Students[2], 0.95m)]
            )
        );

        var after = await RowsAsync(cms, batch);
        after.Take(2).ShouldBe(before.Take(2));
        after[2].ShouldBe($"pending_validation {schoolClass.Students[2]} t");
    }

    [Fact]
    public async Task A_set_that_is_released_takes_no_late_texts()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, essays: 1);
        await batch.FeedAsync(batch.Request());
        await batch.FeedAsync(
            Lacking(
                batch,
                [
                    [],
                ]
            )
        );
        await batch.DecideAsync(batch.Decision(0, "unknown"));
        var before = await RowsAsync(cms, batch);

        await batch.FeedAsync(batch.Suggestions([SetUnderTest.Suggest(schoolClass.Students[0], 0.95m)]));

        (await RowsAsync(cms, batch)).ShouldBe(before);
        await batch.ReleaseAsync();
    }

    /// <summary>Suggestions of a matcher that has no text of the essays without any.</summary>
    static BatchAuthorMatchesSuggested Lacking(SetUnderTest batch, params StudentSuggestion[][] suggestions)
    {
        var whole = batch.Suggestions(suggestions);
        return whole with
        {
            MatchResults =
            [
                .. whole.MatchResults.Select(result =>
                    result.Suggestions.Count > 0 ? result : result with { NoMatchReason = NoMatchReason.TextUnavailable }
                ),
            ],
        };
    }

    /// <summary>"status student-or-reason eligible" of every row, in the order of the batch.</summary>
    static async Task<IReadOnlyList<string>> RowsAsync(CmsUnderTest cms, SetUnderTest batch)
    {
        var rows = new List<string>();
        foreach (var essay in batch.Essays)
        {
            rows.Add(
                await cms.ScalarAsync<string>(
                    """
                    select concat_ws(' ', validation_status, coalesce(decided_student_id::text, suggested_student_id::text, no_match_reason),
                        auto_confirm_eligible and decision is null) from associations where batch_id = $1 and essay_id = $2
                    """,
                    batch.Id,
                    essay
                )
            );
        }
        return rows;
    }

    static Task<DateTime> DeadlineAsync(CmsUnderTest cms, SetUnderTest batch) =>
        cms.ScalarAsync<DateTime>("select deadline_at from association_sets where batch_id = $1", batch.Id);
}
