using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Phase1.Events;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Model;

/// <summary>Random sequences of moves, weighted so that batches get far, with every kind of nuisance on the way.</summary>
static class Moves
{
    /// <summary>What happens to one batch.</summary>
    public sealed record Story(bool Regular, int Essays, ImmutableArray<Move> Moves)
    {
        public override string ToString() => $"{(Regular ? "REGULAR" : "GUEST")} of {Essays}: {string.Join("; ", Moves)}";
    }

    public static Arbitrary<Story> Stories { get; } = Arb.ToArbitrary(AnyStory(), Shorter);

    static Gen<Story> AnyStory() =>
        from regular in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from essays in Gen.Choose(1, 3)
        from length in Gen.Choose(1, 14)
        from moves in MoveOf(essays).ArrayOf(length)
        select new Story(regular, essays, [.. moves]);

    static Gen<Move> MoveOf(int essays)
    {
        var some = Gen.SubListOf(Enumerable.Range(1, essays)).Where(named => named.Count > 0).Select(ImmutableArray.CreateRange);
        var excluded = Gen.Frequency((4, Gen.Constant(ImmutableArray<int>.Empty)), (1, some));
        var all = Enumerable.Range(1, essays).ToImmutableArray();
        return Gen.Frequency(
            (5, Gen.Constant<Move>(new Move.Content(essays))),
            (1, Gen.Choose(0, essays).Select(Move (provisioned) => new Move.Content(provisioned))),
            (3, Gen.Constant<Move>(new Move.Confirmed(all, []))),
            (4, from named in some from left in excluded select (Move)new Move.Confirmed(named, left)),
            (1, Gen.Constant<Move>(new Move.Confirmed(all, [], Timeout: true))),
            (4, Gen.Constant<Move>(new Move.Ready(all))),
            (1, some.Select(Move (named) => new Move.Ready(named))),
            (1, Gen.Elements<Move>(new Move.Errors(Critical: false), new Move.Errors(Critical: false), new Move.Errors(Critical: true))),
            (
                4,
                from pipeline in Gen.Elements("spellcheck", "analysis")
                from client in Gen.Choose(1, 2)
                select (Move)new Move.Requested(pipeline, client)
            ),
            (1, Gen.Elements<Move>(new Move.Requested("nonsense", 3), new Move.Requested("spellcheck", 4, Stranger: true))),
            (
                4,
                from phase in Gen.Elements(Phase.Spellcheck, Phase.Nlp)
                from failed in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, essays)))
                select (Move)new Move.Ended(phase, failed)
            ),
            (1, Gen.Elements<Move>(new Move.Cancelled(), new Move.Ended(Phase.Spellcheck, 0, Critical: true))),
            (1, Gen.Elements<Move>([.. MoveFacts.Contradictions]))
        );
    }

    static IEnumerable<Story> Shorter(Story story) =>
        story.Moves.Select((_, index) => story with { Moves = story.Moves.RemoveAt(index) }).Where(shorter => shorter.Moves.Length > 0);
}
