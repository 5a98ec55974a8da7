using Phase1.Events;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>The pipelines that a teacher may start.</summary>
sealed class PipelineCatalogue
{
    readonly Dictionary<string, Phase[]> _pipelines = new(StringComparer.Ordinal)
    {
        ["spellcheck"] = [Phase.Spellcheck],
        ["analysis"] = [Phase.Spellcheck, Phase.Nlp],
        ["assessment"] = [Phase.Spellcheck, Phase.CjAssessment],
        ["ai_feedback"] = [Phase.AiFeedback],
        ["feedback"] = [Phase.Spellcheck, Phase.Nlp, Phase.AiFeedback],
    };

    public PipelineCatalogue(PipelineOptions options)
    {
        foreach (var (name, phases) in options)
        {
            _pipelines[name] = [.. phases.Select(WireEnum.Parse<Phase>)];
        }
    }

    /// <summary>The phases of each, in order, by its name.</summary>
    public IReadOnlyDictionary<string, Phase[]> All => _pipelines;

    /// <summary>The phases of a pipeline in order; null when there is none of this name.</summary>
    public IReadOnlyList<Phase>? Find(string name) => _pipelines.GetValueOrDefault(name);
}
