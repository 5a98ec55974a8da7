using Phase1.ModelGateway.Models;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Providers;

/// <summary>Section <c>Providers</c>: who runs models, by the name that models have before the slash; <c>local</c> is the one in the building.</summary>
sealed class ProviderBook : Dictionary<string, ProviderOptions>, IValidatedOptions
{
    // As in the columns that hold it.
    const int LongestName = 40;

    public ProviderBook()
        : base(StringComparer.Ordinal) { }

    public IEnumerable<string> Validate() =>
        this.SelectMany(provider => provider.Value.FaultsOf(provider.Key))
            .Concat(
                Keys.Where(name =>
                        name.Length > LongestName || name.Contains(LanguageModel.Separator, StringComparison.Ordinal) || name == "rules"
                    )
                    .Select(name => $"{name} must be a name of at most {LongestName} characters, without a slash, and not rules.")
            );
}
