using Phase1.Events;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Model;

sealed class EssayModel
{
    public bool HasText { get; set; }
    public bool Decided { get; set; }
    public bool Excluded { get; set; }
    public bool Stored { get; set; }

    public override string ToString() =>
        $"{(HasText ? "text" : "-")} {(Decided ? "decided" : "-")} {(Excluded ? "excluded" : "-")} {(Stored ? "stored" : "-")}";
}

/// <summary>A run of a pipeline: which phase it is in, and whether anything failed so far.</summary>
sealed class RunModel(IReadOnlyList<Phase> phases)
{
    int _at;

    public Phase Current => phases[_at];

    public bool HasFailures { get; set; }

    /// <summary>On to the next phase; false after the last.</summary>
    public bool Advance()
    {
        if (_at == phases.Count - 1)
        {
            return false;
        }
        _at++;
        return true;
    }

    public static IReadOnlyList<Phase>? PhasesOf(string pipeline) =>
        pipeline switch
        {
            "spellcheck" => [Phase.Spellcheck],
            "analysis" => [Phase.Spellcheck, Phase.Nlp],
            _ => null,
        };
}
