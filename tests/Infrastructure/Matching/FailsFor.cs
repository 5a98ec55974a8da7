using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Tests.Infrastructure.Matching;

/// <summary>A rule of matching that fails for one extracted name and says nothing of others.</summary>
sealed class FailsFor(string name) : NameRule
{
    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds) =>
        pair.Name.Text == name ? throw new InvalidOperationException("A planted failure.") : null;
}
