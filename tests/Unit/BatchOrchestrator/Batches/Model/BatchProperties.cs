using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Phase1.Events;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Model;

/// <summary>The machine against an independent model, over random sequences: more than 100,000 where repetitions are whole.</summary>
public sealed class BatchProperties
{
    // Fewer where the same sequences run once for each of hundreds of mutants.
    static readonly int Sequences = int.TryParse(Environment.GetEnvironmentVariable("PHASE1_SEQUENCES"), out var few)
        ? few
        : Repetitions.Of(100_000);
    static readonly ParallelRunConfig AllCores = new(Environment.ProcessorCount);

    [Fact, Trait("Scenario", "S-111")]
    public void Whatever_arrives_in_whatever_order_the_machine_does_what_the_model_says() =>
        Check(
            Sequences,
            async story =>
            {
                var batch = await BatchUnderTest.RegisteredAsync(KindOf(story), story.Essays);
                var model = new BatchModel(story.Regular, story.Essays);
                foreach (var move in story.Moves)
                {
                    var expected = model.Apply(move);
                    var observed = await batch.ApplyAsync(move);
                    Agree(observed.ToString(), expected.ToString(), move, story);
                    Agree(batch.Print(), model.Print(), move, story);
                }
                if (!batch.Records.History.Select(change => change.Seq).SequenceEqual(Enumerable.Range(1, model.Path.Count)))
                {
                    Assert.Fail($"The history has gaps after {story}");
                }
            }
        );

    [Fact]
    public void A_fact_that_comes_twice_changes_nothing_the_second_time() =>
        Check(
            Sequences / 50,
            async story =>
            {
                var batch = await BatchUnderTest.RegisteredAsync(KindOf(story), story.Essays);
                foreach (var move in story.Moves)
                {
                    var fact = batch.FactOf(move);
                    await DeliverAsync(batch, fact);
                    var once = batch.Print();
                    await DeliverAsync(batch, fact);
                    Agree(batch.Print(), once, move, story);
                }
            }
        );

    [Fact]
    public void Every_batch_can_still_be_brought_to_an_end() =>
        Check(
            Sequences / 50,
            async story =>
            {
                var batch = await BatchUnderTest.RegisteredAsync(KindOf(story), story.Essays);
                foreach (var move in story.Moves)
                {
                    await batch.ApplyAsync(move);
                }
                var all = Enumerable.Range(1, story.Essays).ToImmutableArray();
                Move[] rest =
                [
                    new Move.Content(story.Essays),
                    new Move.Confirmed(all, []),
                    new Move.Ready(all),
                    new Move.Requested("analysis", 9),
                    new Move.Ended(Phase.Spellcheck, 0),
                    new Move.Ended(Phase.Nlp, 0),
                ];
                foreach (var move in rest)
                {
                    await batch.ApplyAsync(move);
                }
                var stranded = batch.Status == BatchStatus.ReadyForPipelineExecution && !batch.Records.Essays.Any(essay => essay.Stored);
                if (batch.Status < BatchStatus.CompletedSuccessfully && !stranded)
                {
                    Assert.Fail($"{batch.Print()} after {story}");
                }
                if (batch.Records.Parked.Count > 0)
                {
                    Assert.Fail($"Facts stay parked after {story}");
                }
            }
        );

    [Fact, Trait("Scenario", "S-111")]
    public void Independent_facts_lead_to_the_same_end_under_any_interleaving()
    {
        var orders =
            from essays in Gen.Choose(1, 3)
            let all = Enumerable.Range(1, essays).ToImmutableArray()
            let facts = new Move[] { new Move.Content(essays), new Move.Ready(all) }.Concat(all.Select(n => new Move.Confirmed([n], [])))
            from order in Gen.Shuffle(facts.Concat(facts).Append(new Move.Confirmed(all, [], Timeout: true)))
            select new Moves.Story(Regular: true, essays, [.. order]);
        Prop.ForAll(
                orders.ToArbitrary(),
                async story =>
                {
                    var batch = await BatchUnderTest.RegisteredAsync(KindOf(story), story.Essays);
                    var told = new List<string>();
                    foreach (var move in story.Moves)
                    {
                        told.AddRange((await batch.ApplyAsync(move)).Told);
                    }
                    Agree(batch.Print(), Released(story.Essays), story.Moves[^1], story);
                    Agree(string.Join(", ", told.Order(StringComparer.Ordinal)), ToldOnce, story.Moves[^1], story);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences / 50));
    }

    const string ToldOnce =
        "batch_ready, matching command, status AwaitingStudentValidation, status ReadyForPipelineExecution, "
        + "status StudentValidationCompleted, student_matching_started";

    // The story is told only when it is needed: telling it would cost more than living it.
    static void Agree(string observed, string expected, Move move, Moves.Story story)
    {
        if (!string.Equals(observed, expected, StringComparison.Ordinal))
        {
            observed.ShouldBe(expected, $"after {move} in {story}");
        }
    }

    static string Released(int essays)
    {
        var model = new BatchModel(regular: true, essays);
        var all = Enumerable.Range(1, essays).ToImmutableArray();
        foreach (var move in new Move[] { new Move.Content(essays), new Move.Confirmed(all, []), new Move.Ready(all) })
        {
            model.Apply(move);
        }
        return model.Print();
    }

    static void Check(int sequences, Func<Moves.Story, Task> holds) =>
        Prop.ForAll(Moves.Stories, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(sequences).WithParallelRunConfig(AllCores));

    static BatchKind KindOf(Moves.Story story) => story.Regular ? BatchKind.Regular : BatchKind.Guest;

    static async Task DeliverAsync(BatchUnderTest batch, object fact)
    {
        batch.Clock.Advance(TimeSpan.FromMilliseconds(1));
        try
        {
            await batch.ReceiveAsync(fact);
        }
        catch (Exception refusal) when (refusal.GetBaseException() is ContractViolationException) { }
    }
}
