using Phase1.BatchOrchestrator.Batches;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Model;

/// <summary>Moves as the facts that carry them.</summary>
static class MoveFacts
{
    static readonly Guid Foreign = new(1, 2, 3, new byte[8]);

    public static object FactOf(this BatchUnderTest batch, Move move)
    {
        var facts = batch.Facts;
        return move switch
        {
            Move.Content content => facts.Completed(content.Provisioned),
            Move.Confirmed confirmed => Confirmed(facts, confirmed),
            Move.Ready ready => Ready(facts, ready),
            Move.Errors errors => facts.Errors(errors.Critical),
            Move.Requested requested => Requested(facts, requested),
            Move.Ended ended => Ended(facts, batch.Records.Essays, ended),
            Move.Cancelled => batch.Cancel(),
            Move.Contradictory contradictory => Contradicting(facts, contradictory),
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };
    }

    static StudentAssociationsConfirmed Confirmed(NeighbourFacts facts, Move.Confirmed move)
    {
        var confirmed = facts.Confirmed([.. move.Named]);
        var excluded = move.Excluded.Select(n => facts.EssayIds[n - 1]).ToHashSet();
        return confirmed with
        {
            TimeoutTriggered = move.Timeout,
            Associations =
            [
                .. confirmed.Associations.Select(association =>
                    excluded.Contains(association.EssayId) ? association with { StudentId = null } : association
                ),
            ],
        };
    }

    static BatchEssaysReady Ready(NeighbourFacts facts, Move.Ready move)
    {
        var ready = facts.Ready();
        return ready with { ReadyEssays = [.. move.Named.Select(n => ready.ReadyEssays[n - 1])] };
    }

    static RequestPipeline Requested(NeighbourFacts facts, Move.Requested move) =>
        facts.Request(move.Pipeline, move.Stranger ? "teacher-2" : NeighbourFacts.Owner) with
        {
            ClientCorrelationId = new Guid(move.Client, 0, 0, new byte[8]),
        };

    static BatchPhaseCompleted Ended(NeighbourFacts facts, IReadOnlyList<BatchEssay> essays, Move.Ended move)
    {
        var stored = essays.Where(essay => essay.Stored).ToList();
        var status =
            move.Critical ? PhaseStatus.FailedCritically
            : move.Failed > 0 ? PhaseStatus.CompletedWithFailures
            : PhaseStatus.CompletedSuccessfully;
        return facts.Ended(move.Phase, status) with
        {
            ProcessedEssays = [.. stored.Skip(move.Failed).Select(essay => essay.ToRef())],
            FailedEssayIds = [.. stored.Take(move.Failed).Select(essay => essay.EssayId)],
        };
    }

    static object Contradicting(NeighbourFacts facts, Move.Contradictory move)
    {
        var (content, confirmed, ready, ended) = (facts.Completed(), facts.Confirmed(), facts.Ready(), facts.Ended());
        var text = ready.ReadyEssays[0];
        return (move.Fact, move.Fault) switch
        {
            ("content", "course") => content with { CourseCode = CourseCode.Eng5 },
            ("content", "expected") => content with { ExpectedCount = content.ExpectedCount + 1 },
            ("content", "provisioned") => content with { ProvisionedCount = content.ProvisionedCount - 1 },
            ("content", "foreign") => content with { ProvisionedCount = 1, EssaysForProcessing = [text with { EssayId = Foreign }] },
            ("confirmed", "course") => confirmed with { CourseCode = CourseCode.Eng5 },
            ("confirmed", "class") => confirmed with { ClassId = Foreign },
            ("confirmed", "foreign") => confirmed with { Associations = [confirmed.Associations[0] with { EssayId = Foreign }] },
            ("confirmed", "empty") => confirmed with { Associations = [] },
            ("ready", "course") => ready with { CourseCode = CourseCode.Eng5 },
            ("ready", "foreign") => ready with { ReadyEssays = [text with { EssayId = Foreign }] },
            ("ready", "twice") => ready with { ReadyEssays = [text, text] },
            ("ended", "foreign") => ended with { ProcessedEssays = [text with { EssayId = Foreign }] },
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };
    }

    /// <summary>Every contradiction there is.</summary>
    public static IReadOnlyList<Move.Contradictory> Contradictions { get; } =
    [
        new("content", "course"),
        new("content", "expected"),
        new("content", "provisioned"),
        new("content", "foreign"),
        new("confirmed", "course"),
        new("confirmed", "class"),
        new("confirmed", "foreign"),
        new("confirmed", "empty"),
        new("ready", "course"),
        new("ready", "foreign"),
        new("ready", "twice"),
        new("ended", "foreign"),
    ];
}
