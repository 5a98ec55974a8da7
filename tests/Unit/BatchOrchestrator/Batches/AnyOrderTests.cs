using Phase1.Events;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

public sealed class AnyOrderTests
{
    static readonly BatchStatus[] Path =
    [
        BatchStatus.AwaitingContentValidation,
        BatchStatus.AwaitingStudentValidation,
        BatchStatus.StudentValidationCompleted,
        BatchStatus.ReadyForPipelineExecution,
    ];

    [Fact, Trait("Scenario", "S-111")]
    public async Task A_thousand_orders_with_doubles_end_alike()
    {
        // The seed is fixed: a failing order can be run again.
        var random = new Random(20260105);
        for (var round = 0; round < 1_000; round++)
        {
            var test = await BatchUnderTest.RegisteredAsync();
            object[] facts =
            [
                test.Facts.Completed(),
                test.Facts.Completed(),
                test.Facts.Confirmed(1, 2),
                test.Facts.Confirmed(1, 2),
                test.Facts.Confirmed(3),
                test.Facts.Ready(),
                test.Facts.Ready(),
            ];
            random.Shuffle(facts);
            List<string> published = [];
            foreach (var fact in facts)
            {
                await test.ReceiveAsync(fact);
                published.AddRange(test.Records.Published.Select(Describe));
            }

            test.Path.ShouldBe(Path);
            test.Records.History.Select(change => change.Seq).ShouldBe([1, 2, 3, 4]);
            test.Records.Parked.ShouldBeEmpty();
            test.Records.Essays.ShouldAllBe(essay => essay.Stored && essay.DecidedAt != null && !essay.Excluded);
            published
                .Order(StringComparer.Ordinal)
                .ShouldBe([
                    "BatchStatusChanged AwaitingStudentValidation",
                    "BatchStatusChanged ReadyForPipelineExecution",
                    "BatchStatusChanged StudentValidationCompleted",
                    "InitiateStudentMatching",
                    "TeacherNotificationRequested batch_ready",
                    "TeacherNotificationRequested student_matching_started",
                ]);
        }
    }

    static string Describe(IFact fact) =>
        fact switch
        {
            BatchStatusChanged changed => $"{nameof(BatchStatusChanged)} {changed.ToStatus}",
            TeacherNotificationRequested notice => $"{nameof(TeacherNotificationRequested)} {notice.NotificationType}",
            _ => fact.GetType().Name,
        };
}
