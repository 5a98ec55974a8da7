using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Batches.Explanation;
using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Words;

namespace Phase1.Unit.Tests.Portal;

/// <summary>What the pages say of a batch is what BOS says of it.</summary>
[Trait("Scenario", "P-24")]
public sealed class SentenceTests
{
    static readonly DateTimeOffset Noon = new(2026, 2, 11, 12, 0, 0, TimeSpan.Zero);
    static readonly Moments Utc = new(TimeZoneInfo.Utc, Languages.WordsOf("en"));

    static readonly TextProgress?[] Texts = [null, new(1, 0), new(3, 2)];
    static readonly DecisionProgress?[] Decisions = [null, new(28, 25, 16, Noon.AddHours(5)), new(28, 28, 1, Noon)];
    static readonly RunSummary?[] Runs =
    [
        null,
        new(Guid.Empty, "full", [Phase.Spellcheck, Phase.AiFeedback], Phase.AiFeedback, RunState.Running, Noon, null),
    ];

    static IEnumerable<BatchStatus> Entered =>
        Enum.GetValues<BatchStatus>().Except([BatchStatus.AwaitingPipelineConfiguration, BatchStatus.ValidationTimeoutProcessed]);

    [Fact]
    public void The_English_sentence_is_that_of_the_orchestrator_but_for_the_zone()
    {
        var different = new List<string>();
        var compared = 0;
        foreach (var (status, texts, decisions, run, stuck) in Cases())
        {
            var document = Document(status, run, stuck);
            var theirs = Sentences.Of(document, texts, decisions).Sentence.Replace(" UTC", "", StringComparison.Ordinal);
            var ours = Sentence.Of(Explanation(document, texts, decisions), Languages.WordsOf("en"), Utc);
            compared++;
            if (ours != theirs)
            {
                different.Add($"{theirs} / {ours}");
            }
        }
        compared.ShouldBeGreaterThan(300);
        different.ShouldBeEmpty();
    }

    [Fact]
    public void The_Swedish_sentence_says_when_it_is_confirmed_in_the_readers_zone()
    {
        var stockholm = new Moments(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"), Languages.WordsOf("sv"));
        var document = Document(BatchStatus.AwaitingStudentValidation, null, null);

        Sentence
            .Of(Explanation(document, null, Decisions[1]), Languages.WordsOf("sv"), stockholm)
            .ShouldBe("25 av 28 texter är föreslagna, 12 bestämda; 16 behöver dig; bekräftas av sig självt ons 18:00");
    }

    static IEnumerable<(BatchStatus, TextProgress?, DecisionProgress?, RunSummary?, DateTimeOffset?)> Cases() =>
        from status in Entered
        from texts in Texts
        from decisions in Decisions
        from run in Runs
        from stuck in new DateTimeOffset?[] { null, Noon.AddHours(-3) }
        select (status, texts, decisions, run, stuck);

    static StatusDocument Document(BatchStatus status, RunSummary? run, DateTimeOffset? stuck) =>
        new(
            Guid.Empty,
            status,
            status.ToClient(),
            BatchKind.Regular,
            null,
            CourseCode.Eng6,
            new(28, status == BatchStatus.AwaitingContentValidation ? null : 27, 1, 1, 27),
            Noon,
            stuck,
            run,
            1,
            Guid.Empty,
            Noon,
            null
        );

    static ExplanationDocument Explanation(StatusDocument batch, TextProgress? texts, DecisionProgress? decisions) =>
        new(
            batch.BatchId,
            batch.Status,
            decisions?.Deadline,
            new(
                texts is null ? null : new(texts.Arrived, texts.Failed),
                decisions is null ? null : new(decisions.Total, decisions.Matched, decisions.Undecided)
            ),
            new(
                batch.BatchId,
                batch.Status,
                null,
                batch.CourseCode,
                new(batch.Counts.Expected, batch.Counts.Provisioned, batch.Counts.Failed, batch.Counts.Stored, batch.Counts.Decided),
                batch.StatusSince,
                batch.StuckSince,
                batch.Pipeline is { } run ? new(run.RequestedPipeline, [.. run.Phases], run.CurrentPhase) : null,
                batch.CreatedAt
            ),
            []
        );
}
