using FsCheck;
using FsCheck.Fluent;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using Phase1.Tests.Infrastructure;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

public class AnySequenceTests
{
    const int Essays = 3;
    const int Longest = 12;
    static readonly int Runs = Repetitions.Of(40);

    // A decision about one of the essays, or hours that pass with the monitor ticking.
    static readonly Gen<Step> AnyStep =
        from action in Gen.Elements("accept", "choose", "unknown", "exclude", "reject", "reopen", "hours")
        from essay in Gen.Choose(0, Essays - 1)
        from number in Gen.Choose(0, 13)
        select new Step(action, essay, number);

    sealed record Step(string Action, int Essay, int Number);

    [Fact]
    [Trait("Scenario", "S-515")]
    [Trait("Scenario", "S-524")]
    public async Task Whatever_is_decided_and_however_time_passes_every_essay_is_decided_once_and_the_event_is_the_table()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(4);
        var random = new Random(seed);
        for (var run = 0; run < Runs; run++)
        {
            var steps = AnyStep.Sample(Longest, random.Next(1, Longest)).ToList();
            var batch = cms.Batch(schoolClass, Essays);
            await batch.OpenAsync(
                [Suggest(schoolClass.Students[0], 0.95m)],
                [Suggest(schoolClass.Students[1], 0.6m, false), Suggest(schoolClass.Students[2], 0.55m, false)],
                []
            );

            foreach (var step in steps)
            {
                await CarryOutAsync(cms, batch, step);
            }
            await cms.AdvanceAsync(TimeSpan.FromHours(24));

            await ShouldBeReleasedOnceAsync(cms, batch, string.Join(", ", steps));
        }
    }

    static async Task CarryOutAsync(CmsUnderTest cms, SetUnderTest batch, Step step)
    {
        if (step.Action == "hours")
        {
            await cms.AdvanceAsync(TimeSpan.FromHours(step.Number));
            return;
        }
        Guid? student = step.Action == "choose" ? batch.Class.Students[step.Number % 4] : null;
        // Refused or not: what is refused must change nothing, which the end shows.
        await cms.Teacher.PostAsync(
            $"{batch.Path}/decisions",
            System.Net.Http.Json.JsonContent.Create(new { decisions = new[] { batch.Decision(step.Essay, step.Action, student) } }),
            CmsUnderTest.Token
        );
    }

    static async Task ShouldBeReleasedOnceAsync(CmsUnderTest cms, SetUnderTest batch, string steps)
    {
        await cms.Service.DrainAsync();
        var release = (await batch.ReleaseAsync()).Data;
        (await batch.StateAsync()).ShouldBe("released", steps);
        release.Associations.Select(entry => entry.EssayId).ShouldBe(batch.Essays, ignoreOrder: true, steps);
        for (var essay = 0; essay < Essays; essay++)
        {
            var row = await batch.RowAsync(essay);
            var entry = release.Associations.Single(entry => entry.EssayId == batch.Essays[essay]);
            var decided = row.GetProperty("decided_student");
            Guid? student = decided.ValueKind == System.Text.Json.JsonValueKind.Null ? null : decided.GetProperty("student_id").GetGuid();
            entry.StudentId.ShouldBe(student, steps);
            WireEnum.Name(entry.ValidationMethod).ShouldBe(row.GetProperty("validation_method").GetString(), steps);
            WireEnum.Name(entry.Decision!.Value).ShouldBe(row.GetProperty("decision").GetString(), steps);
            entry.ValidatedBy.ShouldBe(row.GetProperty("validated_by").GetString(), steps);
            entry.AssociationVersion.ShouldBe(row.GetProperty("association_version").GetInt32(), steps);
            var history = await cms.ScalarAsync<long>("select count(*) from association_changes where essay_id = $1", batch.Essays[essay]);
            history.ShouldBe(entry.AssociationVersion!.Value, steps);
        }
        (await batch.FactsAsync<ValidationTimeoutProcessed>()).Count.ShouldBe(release.TimeoutTriggered ? 1 : 0, steps);
        release.TimeoutTriggered.ShouldBe(release.Associations.Any(entry => entry.ValidationMethod == ValidationMethod.Timeout), steps);
    }
}
