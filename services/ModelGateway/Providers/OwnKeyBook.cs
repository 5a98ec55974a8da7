using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Providers;

/// <summary>Section <c>Keys</c>: keys of workspaces' own, by the reference that their policy names.</summary>
sealed class OwnKeyBook : Dictionary<string, OwnKeyOptions>, IValidatedOptions
{
    public OwnKeyBook()
        : base(StringComparer.Ordinal) { }

    public IEnumerable<string> Validate() => this.SelectMany(key => key.Value.Faults().Select(fault => $"{key.Key}:{fault}"));
}
