using System.Net;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using Phase1.Tests.Infrastructure.Privacy;

namespace Phase1.Integration.Tests.ClassManagement.Privacy;

/// <summary>A student is erased: nothing of the student is left, whatever belongs to others stays as it was, and whoever reads rosters reads them again.</summary>
public sealed class ErasureTests
{
    [Fact]
    [Trait("Scenario", "TC-X24")]
    public async Task All_of_the_student_goes_and_every_row_of_the_others_stays_as_it_was()
    {
        await using var canary = await CanaryStudent.CreateAsync();
        var cms = canary.Cms;
        var before = await TableSnapshot.TakeAsync(cms.Service.Db);
        var roster = await RosterVersionAsync(canary);

        var erased = await cms.Service.EraseAsync(canary.Subject);

        erased.Outcome.ShouldBe(ErasureOutcome.Erased);
        erased.Remaining.ShouldBeEmpty();
        string[] tables =
        [
            "association_changes",
            "associations",
            "dead_letters",
            "enrolments",
            "idempotent_requests",
            "notifications",
            "students",
        ];
        tables.Except(erased.Counts.Keys).ShouldBeEmpty();
        var after = await TableSnapshot.TakeAsync(cms.Service.Db);
        after.TablesWith(canary.Id.ToString()).ShouldBe(["students"]);
        after.TablesWith("Zebedea").ShouldBeEmpty();
        after.TablesWith($"\"{CanaryStudent.Address}").ShouldBeEmpty();
        after.TablesWith($",{CanaryStudent.Address}").ShouldBeEmpty();
        ChangedOfOthers(canary, before, after).ShouldBeEmpty();
        (await RosterVersionAsync(canary)).ShouldBe(roster + 1);
        var told = (await cms.Service.Log.FactsAsync<StudentUpdated>(CmsUnderTest.Token)).ShouldHaveSingleItem().Data;
        (told.StudentId, told.ClassIds.Count).ShouldBe((canary.Id, 0));
        told.RosterVersions.ShouldBe(new Dictionary<Guid, long> { [canary.Class.Id] = roster + 1 });
    }

    [Fact]
    [Trait("Scenario", "TC-X24")]
    public async Task No_statement_can_be_left_out_unnoticed()
    {
        await using var canary = await CanaryStudent.CreateAsync();

        (await ErasureStatements.UnmissedAsync(canary.Cms.Service.Services, canary.Subject)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "TC-X25")]
    public async Task An_essay_that_waits_for_its_author_stands_in_the_way_until_the_deadline()
    {
        await using var canary = await CanaryStudent.CreateAsync(isReleased: false);
        var before = await TableSnapshot.TakeAsync(canary.Cms.Service.Db);
        var deadline = await canary.Cms.ScalarAsync<DateTime>("select deadline_at from association_sets");

        var asked = await canary.Cms.Service.CollectAsync(canary.Subject, CollectionPurpose.ErasureCheck);
        var ordered = await canary.Cms.Service.EraseAsync(canary.Subject);

        asked.Outcome.ShouldBe(CollectionOutcome.Blocked);
        asked.Counts["students"].ShouldBe(1);
        ordered.Outcome.ShouldBe(ErasureOutcome.Blocked);
        ordered.Counts.ShouldBeEmpty();
        foreach (var blocker in new[] { asked.Blockers.ShouldHaveSingleItem(), ordered.Blockers.ShouldHaveSingleItem() })
        {
            (blocker.Code, blocker.Until?.UtcDateTime).ShouldBe(("STUDENT_IN_USE", deadline));
        }
        before.ChangedIn(await TableSnapshot.TakeAsync(canary.Cms.Service.Db)).ShouldBeEmpty();

        await canary.Cms.AdvanceAsync(TimeSpan.FromDays(2));
        (await canary.Cms.Service.EraseAsync(canary.Subject)).Outcome.ShouldBe(ErasureOutcome.Erased);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Scenario", "TC-X25")]
    public async Task Records_that_wait_stand_in_the_way(bool isHeld)
    {
        await using var canary = await CanaryStudent.CreateAsync();
        var cms = canary.Cms;
        if (isHeld)
        {
            await EngineRows.HoldAsync(cms.Service.Db, canary.Batch.Essays[0].ToString());
        }
        else
        {
            var early = cms.Batch(canary.Class, 1);
            await early.FeedAsync(early.Suggestions([SetUnderTest.Suggest(canary.Id, 0.9m)]));
        }

        var ordered = await cms.Service.EraseAsync(canary.Subject);

        ordered.Outcome.ShouldBe(ErasureOutcome.Blocked);
        ordered.Blockers.ShouldHaveSingleItem().Code.ShouldBe("RECORDS_WAITING");
        (await cms.ScalarAsync<long>("select count(*) from students where erased_at is not null")).ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "TC-X26")]
    public async Task What_is_erased_stays_so_and_is_proven()
    {
        await using var canary = await CanaryStudent.CreateAsync();
        var cms = canary.Cms;
        var order = cms.Service.NewId();
        await cms.Service.EraseAsync(canary.Subject, order);

        await cms.Service.EraseAsync(canary.Subject, order);
        await canary.Batch.FeedAsync(canary.Batch.Request());
        await canary.Batch.FeedAsync(canary.Batch.Suggestions([SetUnderTest.Suggest(canary.Id, 0.95m)], []));
        var corrected = await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"{canary.Batch.Path}/{canary.Batch.Essays[0]}",
            new { student_id = canary.Other, association_version = 3 },
            HttpStatusCode.Conflict
        );

        corrected.GetProperty("code").GetString().ShouldBe("INVALID_STATE");
        var again = await cms.Service.EraseAsync(canary.Subject);
        (again.Outcome, again.Counts.Count, again.Remaining.Count).ShouldBe((ErasureOutcome.Nothing, 0, 0));
        var proof = await cms.Service.CollectAsync(canary.Subject, CollectionPurpose.ErasureProof);
        (proof.Outcome, proof.Counts.Count).ShouldBe((CollectionOutcome.Nothing, 0));
        (await cms.Service.CollectAsync(canary.Subject, CollectionPurpose.Access)).Outcome.ShouldBe(CollectionOutcome.Nothing);
    }

    // A row of the student's class or batch alone is the class's, or the batch's.
    static IEnumerable<(string Table, string Row)> ChangedOfOthers(CanaryStudent canary, TableSnapshot before, TableSnapshot after) =>
        before
            .ChangedIn(after)
            .Where(row =>
                row.Table is not ("classes" or "association_sets")
                && !TableSnapshot.Holds(row.Row, canary.Id.ToString())
                && !TableSnapshot.Holds(row.Row, canary.Batch.Essays[0].ToString())
            );

    static Task<long> RosterVersionAsync(CanaryStudent canary) =>
        canary.Cms.ScalarAsync<long>("select roster_version from classes where class_id = $1", canary.Class.Id);
}
