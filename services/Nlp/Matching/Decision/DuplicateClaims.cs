namespace Phase1.Nlp.Matching;

/// <summary>A student who is strongly first for two essays wrote at most one of them by the look of it: a person decides.</summary>
static class DuplicateClaims
{
    public static void Forbid(IEnumerable<EssayOutcome> outcomes)
    {
        var conflicts = outcomes
            .Where(outcome => outcome.Decision?.Claimed is not null)
            .GroupBy(outcome => outcome.Decision!.Claimed)
            .Where(claims => claims.Skip(1).Any());
        foreach (var outcome in conflicts.SelectMany(claims => claims).ToList())
        {
            outcome.Decision!.Forbid(Veto.DuplicateInBatch);
        }
    }
}
