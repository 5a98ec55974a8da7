using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Privacy;

namespace Phase1.Integration.Tests.Nlp.Privacy;

/// <summary>How a student's file was called is forgotten; the run stays.</summary>
public sealed class ErasureTests
{
    [Fact]
    [Trait("Scenario", "TC-X24")]
    public async Task The_names_of_the_students_files_go_and_those_of_others_stay()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var request = Named(nlp.Request("Tove Hallgren\nIt rained all day.", "Quentin Varga\nIt rained."));
        await nlp.MatchAsync(request);

        await ErasureTrial.RunAsync(nlp.Service, SubjectOf(request), request.EssaysToProcess[1].EssayId, "canary-0.txt");

        (await nlp.StateAsync(request.BatchId)).ShouldBe("done");
        (await TableSnapshot.TakeAsync(nlp.Service.Db)).TablesWith("canary-1.txt").ShouldBe(["matching_runs"]);
    }

    [Fact]
    [Trait("Scenario", "TC-X25")]
    public async Task A_run_that_is_under_way_stands_in_the_way()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        nlp.LoseClass(System.Net.HttpStatusCode.ServiceUnavailable);
        var request = Named(nlp.Request("Tove Hallgren\nIt rained all day."));
        await nlp.FeedAsync(request);
        await nlp.Service.DrainAsync();

        var erased = await nlp.Service.EraseAsync(SubjectOf(request));

        erased.Blockers.ShouldHaveSingleItem().Code.ShouldBe(PersonalBlocker.BatchNotSettled);
        (await TableSnapshot.TakeAsync(nlp.Service.Db)).TablesWith("canary-0.txt").ShouldBe(["matching_runs"]);
    }

    static BatchStudentMatchingRequested Named(BatchStudentMatchingRequested request) =>
        request with
        {
            EssaysToProcess = [.. request.EssaysToProcess.Select((essay, i) => essay with { OriginalFileName = $"canary-{i}.txt" })],
        };

    static DataSubject SubjectOf(BatchStudentMatchingRequested request) =>
        new(
            [NlpUnderTest.StudentId(1)],
            [
                new()
                {
                    BatchId = request.BatchId,
                    EssayId = request.EssaysToProcess[0].EssayId,
                    TextStorageId = request.EssaysToProcess[0].TextStorageId,
                },
            ]
        );
}
