using System.Collections.Immutable;
using Phase1.Events;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Model;

/// <summary>Something that reaches a batch. Essays are named by their ordinal, from 1.</summary>
abstract record Move
{
    /// <summary>The content is complete; the first so many essays have a text.</summary>
    public sealed record Content(int Provisioned) : Move;

    public sealed record Confirmed(ImmutableArray<int> Named, ImmutableArray<int> Excluded, bool Timeout = false) : Move
    {
        public override string ToString() => $"Confirmed [{string.Join(' ', Named)}] without [{string.Join(' ', Excluded)}]";
    }

    public sealed record Ready(ImmutableArray<int> Named) : Move
    {
        public override string ToString() => $"Ready [{string.Join(' ', Named)}]";
    }

    public sealed record Errors(bool Critical) : Move;

    /// <summary>A pipeline is asked for; the same client number is the same request.</summary>
    public sealed record Requested(string Pipeline, int Client, bool Stranger = false) : Move;

    /// <summary>A phase ended: the first so many of the stored essays failed.</summary>
    public sealed record Ended(Phase Phase, int Failed, bool Critical = false) : Move;

    public sealed record Cancelled : Move;

    /// <summary>A fact that contradicts the registration.</summary>
    public sealed record Contradictory(string Fact, string Fault) : Move;
}
