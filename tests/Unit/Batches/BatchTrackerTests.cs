using Phase1.EssayLifecycle.Batches;
using Phase1.Events;
using Phase1.Messaging;
using static Phase1.Unit.Tests.Slots.EssayFacts;

namespace Phase1.Unit.Tests.Batches;

public sealed class BatchTrackerTests
{
    [Fact]
    [Trait("Scenario", "S-207")]
    public void The_class_alone_makes_a_batch_regular()
    {
        Tracker(Registered(1, classId: null, orgId: "school-1")).ClassType.ShouldBe(BatchKind.Guest);
        Tracker(Registered(1, ClassId, orgId: null)).ClassType.ShouldBe(BatchKind.Regular);
    }

    [Fact]
    public void Facts_about_a_file_keep_its_chain_and_facts_about_the_batch_keep_that_of_the_registration()
    {
        var tracker = Tracker(Registered(1, orgId: "school-1"));
        var cause = new EventCause(UploadId(1), UploadId(2), UserId: null);

        tracker.FileCause(cause).ShouldBe(new EventCause(UploadId(1), UploadId(2), "teacher-1", "school-1"));
        tracker.BatchCause(cause).ShouldBe(new EventCause(CorrelationId, UploadId(2), "teacher-1", "school-1"));
    }

    static BatchTracker Tracker(BatchEssaysRegistered registered) => BatchTracker.Of(registered, CorrelationId, Now);
}
