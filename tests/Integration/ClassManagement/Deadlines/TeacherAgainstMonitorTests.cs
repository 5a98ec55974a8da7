using System.Net;
using System.Net.Http.Json;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

public class TeacherAgainstMonitorTests
{
    [Fact]
    [Trait("Scenario", "S-524")]
    public async Task In_the_same_instant_one_of_them_decides_each_batch_whole()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batches = Enumerable.Range(0, 40).Select(_ => cms.Batch(schoolClass, 2)).ToList();
        foreach (var batch in batches)
        {
            await batch.FeedAsync(batch.Request());
            await cms.Service.FeedAsync(
                batch.Suggestions([Suggest(schoolClass.Students[0], 0.95m)], [Suggest(schoolClass.Students[1], 0.5m)]),
                new(batch.CorrelationId, null, CmsUnderTest.TeacherId)
            );
        }
        await cms.Service.DrainAsync();

        cms.Service.Advance(TimeSpan.FromHours(24));
        var answers = batches.Select(DecideAsync).ToList();
        await Task.WhenAll(answers.Cast<Task>().Concat([cms.TickAsync(), cms.TickAsync()]));
        await cms.SettleAsync();

        foreach (var (batch, answer) in batches.Zip(answers))
        {
            var release = (await batch.ReleaseAsync()).Data;
            var byTeacher = (await answer).StatusCode == HttpStatusCode.OK;
            var method = byTeacher ? ValidationMethod.Human : ValidationMethod.Timeout;
            release.TimeoutTriggered.ShouldBe(!byTeacher);
            release.Associations.ShouldAllBe(entry => entry.ValidationMethod == method);
            (await batch.FactsAsync<ValidationTimeoutProcessed>()).Count.ShouldBe(byTeacher ? 0 : 1);
            (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(2);
        }

        Task<HttpResponseMessage> DecideAsync(SetUnderTest batch) =>
            cms.Teacher.PostAsJsonAsync(
                $"{batch.Path}/decisions",
                new { decisions = new[] { batch.Decision(0, "accept", version: 0), batch.Decision(1, "exclude", version: 0) } },
                CmsUnderTest.Token
            );
    }
}
