using Phase1.EssayLifecycle.Batches;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Unit.Tests.EssayLifecycle.Batches;

public sealed class BatchTrackerTests
{
    [Fact]
    [Trait("Scenario", "S-207")]
    public void The_class_alone_makes_a_batch_regular()
    {
        Tracker(new BatchFacts(1, regular: false) { OrgId = "school-1" }).ClassType.ShouldBe(BatchKind.Guest);
        Tracker(new BatchFacts(1)).ClassType.ShouldBe(BatchKind.Regular);
    }

    [Fact]
    public void Facts_about_a_file_keep_its_chain_and_facts_about_the_batch_keep_that_of_the_registration()
    {
        var batch = new BatchFacts(1) { OrgId = "school-1" };
        var cause = new EventCause(batch.UploadId(1), batch.UploadId(2), UserId: null);

        Tracker(batch).FileCause(cause).ShouldBe(new EventCause(batch.UploadId(1), batch.UploadId(2), "teacher-1", "school-1"));
        Tracker(batch).BatchCause(cause).ShouldBe(new EventCause(batch.CorrelationId, batch.UploadId(2), "teacher-1", "school-1"));
    }

    static BatchTracker Tracker(BatchFacts batch) => BatchTracker.Of(batch.Registered(), batch.CorrelationId, BatchFacts.Now);
}
