using Phase1.BatchOrchestrator.Batches;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>The transition table as the specification prints it, cell by cell.</summary>
public sealed class TransitionTableTests
{
    static readonly string[] Facts = ["content", "confirmed", "ready", "critical", "partial", "request", "phase", "cancel"];

    // kind status | content | confirmed | ready | critical errors | partial errors | pipeline request | phase outcome | cancel
    const string Table = """
        regular awaiting_content_validation | awaiting_student_validation | park | park | failed_critically | log | deny batch_not_ready | ignore | cancelled
        regular awaiting_student_validation | ignore | student_validation_completed | park | failed_critically | log | deny batch_not_ready | ignore | cancelled
        regular student_validation_completed | ignore | ignore | ready_for_pipeline_execution | failed_critically | log | deny batch_not_ready | ignore | cancelled
        regular ready_for_pipeline_execution | ignore | ignore | ignore | log | log | processing_pipelines | ignore | cancelled
        regular processing_pipelines | ignore | ignore | ignore | log | log | deny pipeline_already_running | completed_successfully | cancelled
        regular completed_successfully | ignore | ignore | ignore | log | log | deny batch_terminated | ignore | ignore
        regular completed_with_failures | ignore | ignore | ignore | log | log | deny batch_terminated | ignore | ignore
        regular content_ingestion_failed | ignore | ignore | ignore | log | log | deny batch_terminated | ignore | ignore
        regular failed_critically | ignore | ignore | ignore | log | log | deny batch_terminated | ignore | ignore
        regular cancelled | ignore | ignore | ignore | log | log | deny batch_terminated | ignore | ignore
        guest awaiting_content_validation | ready_for_pipeline_execution | ignore | park | failed_critically | log | deny batch_not_ready | ignore | cancelled
        guest ready_for_pipeline_execution | ignore | ignore | ignore | log | log | processing_pipelines | ignore | cancelled
        guest processing_pipelines | ignore | ignore | ignore | log | log | deny pipeline_already_running | completed_successfully | cancelled
        guest completed_successfully | ignore | ignore | ignore | log | log | deny batch_terminated | ignore | ignore
        """;

    public static TheoryData<string, string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string, string>();
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var columns = line.Split('|', StringSplitOptions.TrimEntries);
            var (kind, status) = columns[0].Split(' ') switch
            {
                var words => (words[0], words[1]),
            };
            foreach (var (fact, expected) in Facts.Zip(columns.Skip(1)))
            {
                cells.Add(kind, status, fact, expected);
            }
        }
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Every_fact_does_in_every_status_what_the_table_says(string kind, string status, string fact, string expected)
    {
        var test = await BatchUnderTest.InAsync(WireEnum.Parse<BatchStatus>(status), Enum.Parse<BatchKind>(kind, ignoreCase: true));
        var before = Fingerprint(test);

        await test.ReceiveAsync(Fact(test, fact));

        Effect(test, status).ShouldBe(expected);
        test.LogEntries.ShouldBe(expected == "log" ? 1 : 0);
        if (expected is "ignore" or "log" || expected.StartsWith("deny", StringComparison.Ordinal))
        {
            Fingerprint(test).ShouldBe(before);
        }
        if (expected is "ignore" or "log" or "park")
        {
            test.Records.Published.ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_table_has_every_status_that_is_ever_entered() =>
        Cells()
            .Select(cell => WireEnum.Parse<BatchStatus>(cell.Data.Item2))
            .Distinct()
            .Order()
            .ShouldBe(Enum.GetValues<BatchStatus>().Where(status => status <= BatchStatus.Cancelled));

    static object Fact(BatchUnderTest test, string name) =>
        name switch
        {
            "content" => test.Facts.Completed(),
            "confirmed" => test.Facts.Confirmed(),
            "ready" => test.Facts.Ready(),
            "critical" => test.Facts.Errors(critical: true),
            "partial" => test.Facts.Errors(critical: false),
            "request" => test.Facts.Request(),
            "phase" => test.Facts.Ended(),
            "cancel" => test.Cancel(),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    static string Effect(BatchUnderTest test, string from) =>
        WireEnum.Name(test.Status) is var to && to != from ? to
        : test.Records.Published.OfType<PipelineDenied>().SingleOrDefault() is { } denied ? "deny " + WireEnum.Name(denied.DenialReason)
        : test.Records.Outcome switch
        {
            RecordOutcome.Parked => "park",
            RecordOutcome.Stale or RecordOutcome.Duplicate => "ignore",
            _ => "log",
        };

    static string Fingerprint(BatchUnderTest test) =>
        string.Join(
            ';',
            [
                $"{test.Batch.Status} {test.Batch.StatusSince:O} {test.Batch.ProvisionedCount} {test.Batch.FailedCount}",
                $"{test.Records.History.Count} {test.Records.Parked.Count} {test.Records.Runs.Count}",
                .. test.Records.Essays.Select(essay =>
                    $"{essay.EssayId} {essay.TextStorageId} {essay.Stored} {essay.DecidedAt:O} {essay.Excluded}"
                ),
            ]
        );
}
