using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>Section <c>Pipelines</c>: name -> phases in order. A configured pipeline replaces the built-in one of its name.</summary>
sealed class PipelineOptions : Dictionary<string, string[]>, IValidatedOptions
{
    public IEnumerable<string> Validate()
    {
        foreach (var (name, phases) in this)
        {
            if (name.Length is 0 or > 100)
            {
                yield return $"{name} must have a name of 1 to 100 characters.";
            }
            if (phases.Length == 0 || phases.Distinct(StringComparer.Ordinal).Count() != phases.Length)
            {
                yield return $"{name} must list at least one phase, and each phase once.";
            }
            if (!phases.All(phase => WireEnum.TryParse<Phase>(phase, out _)))
            {
                yield return $"{name} may only name {string.Join(", ", WireEnum.Names<Phase>())}.";
            }
        }
    }
}
