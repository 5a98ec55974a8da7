using Phase1.Events;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>The course of a batch, through all services.</summary>
public static class CourseChain
{
    /// <summary>Every fact of a released REGULAR batch that names a course names the one it was registered with.</summary>
    public static async Task VerifyCourseAsync(this Phase1TestContext context, TestBatch batch)
    {
        var facts = await context.Suite.Log.AllAsync(Topics.All);
        var named = facts
            .Where(fact => fact.Data is IBatchFact data && data.BatchId == batch.Id)
            .Select(fact => (Fact: fact.Data.GetType(), Course: CourseOf(fact.Data)))
            .Where(pair => pair.Course is not null)
            .ToList();
        named
            .Select(pair => pair.Fact)
            .Distinct()
            .ShouldBe(
                [
                    typeof(BatchEssaysRegistered),
                    typeof(BatchContentProvisioningCompleted),
                    typeof(InitiateStudentMatching),
                    typeof(BatchStudentMatchingRequested),
                    typeof(BatchAuthorMatchesSuggested),
                    typeof(StudentAssociationsConfirmed),
                    typeof(BatchEssaysReady),
                ],
                ignoreOrder: true
            );
        named.ShouldAllBe(pair => pair.Course == batch.Course);
        var ready = facts.Select(fact => fact.Data).OfType<BatchEssaysReady>().Single(fact => fact.BatchId == batch.Id);
        ready.CourseLanguage.ShouldBe(batch.Course.Language());
    }

    static CourseCode? CourseOf(IFact fact) =>
        fact switch
        {
            BatchEssaysRegistered registered => registered.CourseCode,
            BatchContentProvisioningCompleted completed => completed.CourseCode,
            InitiateStudentMatching command => command.CourseCode,
            BatchStudentMatchingRequested requested => requested.CourseCode,
            BatchAuthorMatchesSuggested suggested => suggested.CourseCode,
            StudentAssociationsConfirmed confirmed => confirmed.CourseCode,
            BatchEssaysReady ready => ready.CourseCode,
            _ => null,
        };
}
