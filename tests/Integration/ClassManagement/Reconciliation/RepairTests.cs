using System.Net;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Reconciliation;

[Trait("Scenario", "S-724")]
public sealed class RepairTests
{
    [Fact]
    public async Task An_open_set_is_restated_without_authors_under_its_version()
    {
        await using var services = await Disagreement.StartAsync();
        var batch = await DisputedAsync(services);
        await batch.DecideAsync(batch.Decision(0, "accept"));

        var version = await services.RepairAsync(batch);
        var next = await services.RepairAsync(batch);
        await services.Cms.Service.DrainAsync();

        next.ShouldBe(version + 1);
        var facts = await batch.FactsAsync<StudentAssociationsRestated>();
        facts.Select(fact => fact.Data.Version).ShouldBe([version, next]);
        facts.ShouldAllBe(fact => !fact.Data.Released && fact.Data.Associations.Count == 0);
        facts.ShouldAllBe(fact => fact.Header.CorrelationId == batch.CorrelationId && fact.UserId == CmsUnderTest.TeacherId);
        (await services.Cms.ScalarAsync<string>("select repaired_by from reconciliation_differences limit 1")).ShouldBe("operator-1");
        (await batch.StateAsync()).ShouldBe("open");
    }

    [Fact]
    public async Task From_then_on_the_release_and_every_correction_are_restated_too()
    {
        await using var services = await Disagreement.StartAsync();
        var batch = await DisputedAsync(services);
        var student = batch.Class.Students[0];
        var version = await services.RepairAsync(batch);

        await batch.DecideAsync(batch.Decision(0, "accept"), batch.Decision(1, "exclude"));
        await CmsUnderTest.PutAsync(
            services.Cms.Teacher,
            $"{batch.Path}/{batch.Essays[0]}",
            new { student_id = "unknown", association_version = 1 }
        );
        await services.Cms.Service.DrainAsync();

        var facts = await batch.FactsAsync<StudentAssociationsRestated>();
        facts
            .Select(fact => (fact.Data.Version, fact.Data.Released))
            .ShouldBe([(version, false), (version + 1, true), (version + 2, true)]);
        facts[1].Data.Associations.Single(entry => entry.EssayId == batch.Essays[0]).StudentId.ShouldBe(student);
        facts[1].Data.Associations.Single(entry => entry.EssayId == batch.Essays[1]).StudentId.ShouldBeNull();
        var corrected = facts[2].Data.Associations.Single(entry => entry.EssayId == batch.Essays[0]);
        (corrected.StudentId == student, corrected.AssociationVersion).ShouldBe((false, 2));
    }

    [Fact]
    public async Task So_is_the_release_by_the_deadline()
    {
        await using var services = await Disagreement.StartAsync();
        var batch = await DisputedAsync(services);
        var version = await services.RepairAsync(batch);

        await services.Cms.AdvanceAsync(TimeSpan.FromHours(24));

        var last = (await batch.FactsAsync<StudentAssociationsRestated>())[^1].Data;
        (last.Released, last.Associations.Count).ShouldBe((true, 2));
        last.Version.ShouldBeGreaterThan(version);
        last.Version.ShouldBe(await services.Cms.ScalarAsync<int>("select version from association_sets where batch_id = $1", batch.Id));
    }

    [Fact]
    public async Task Without_a_reported_difference_there_is_nothing_to_repair()
    {
        await using var services = await Disagreement.StartAsync();
        var schoolClass = await services.Cms.ClassAsync(1);
        var batch = services.Cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        services.Hold(batch, BatchStatus.ReadyForPipelineExecution);
        await services.LookAsync();

        await services.RepairAsync(batch.Id, HttpStatusCode.Conflict);
        await services.RepairAsync(services.Cms.Service.NewId(), HttpStatusCode.NotFound);
        await services.Cms.Service.DrainAsync();

        (await batch.FactsAsync<StudentAssociationsRestated>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_set_that_nobody_has_disputed_is_never_restated()
    {
        await using var services = await Disagreement.StartAsync();
        var schoolClass = await services.Cms.ClassAsync(1);
        var batch = services.Cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);

        await batch.DecideAsync(batch.Decision(0, "accept"));

        (await batch.ReleaseAsync()).Data.Associations.Count.ShouldBe(1);
        (await batch.FactsAsync<StudentAssociationsRestated>()).ShouldBeEmpty();
    }

    /// <summary>An open set of two essays, which BOS has ready and of which ELS has the first one's author.</summary>
    static async Task<SetUnderTest> DisputedAsync(Disagreement services)
    {
        var schoolClass = await services.Cms.ClassAsync(1);
        var batch = services.Cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);
        services.Hold(batch, BatchStatus.ReadyForPipelineExecution, services.Cms.Service.NewId());
        await services.LookTwiceAsync();
        return batch;
    }
}
