using Phase1.Demo.Client;
using Phase1.Demo.Samples;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Steps;

/// <summary>
/// The teacher accepts what is certain, corrects one wrong proposal, leaves out the text that nobody of the class wrote, marks one as unknown,
/// and leaves the others to the deadline.
/// </summary>
static class DecideAsTeacher
{
    internal static async Task<string> RunAsync(
        SuiteClient suite,
        DemoBatch batch,
        DemoClass schoolClass,
        CancellationToken cancellationToken
    )
    {
        var path = $"/v1/batches/{batch.BatchId}/student-associations";
        await PostAsync($"{path}/confirm-band", new { Band = "high" });
        var certain = await ListAsync(cancellationToken);
        var open = certain.Associations.Where(row => row.Decision is null).ToDictionary(row => row.FileName ?? "", StringComparer.Ordinal);
        // No versions: the same decision again changes nothing, so a repeated request is harmless.
        var decisions = Decisions(batch.Sample, schoolClass, open).ToList();
        var answer = await PostAsync($"{path}/decisions", new { Decisions = decisions });
        return $"The teacher accepts {certain.Counts.Decided} certain proposals, decides {decisions.Count} by hand "
            + $"({string.Join(", ", decisions.Select(decision => decision.Action))}) and leaves {answer.Remaining} undecided.";

        Task<AssociationList> ListAsync(CancellationToken token) =>
            suite.GetAsync<AssociationList>(SuiteService.ClassManagement, path, batch.Chain, token);

        Task<DecisionAnswer> PostAsync(string route, object body) =>
            suite.PostAsync<DecisionAnswer>(
                SuiteService.ClassManagement,
                route,
                body,
                batch.Chain,
                async token => new((await ListAsync(token)).Counts.Undecided),
                cancellationToken
            );
    }

    static IEnumerable<DecisionRequest> Decisions(SampleBatch sample, DemoClass schoolClass, Dictionary<string, Association> open)
    {
        var files = sample.Files.Where(file => open.ContainsKey(file.File)).ToList();
        var wrong = files.FirstOrDefault(file => file.Student is { } author && IsWrong(open[file.File], schoolClass.StudentIds[author]));
        if (wrong is { Student: { } writer })
        {
            yield return new(open[wrong.File].EssayId, "choose", schoolClass.StudentIds[writer]);
        }
        if (files.Find(file => file.Student is null) is { } extra)
        {
            yield return new(open[extra.File].EssayId, "exclude");
        }
        if (files.Find(file => file.Student is not null && file.Expected == "no_match") is { } nameless)
        {
            yield return new(open[nameless.File].EssayId, "unknown");
        }
    }

    static bool IsWrong(Association row, Guid author) => row.SuggestedStudent is { } proposed && proposed.StudentId != author;

    sealed record DecisionRequest(Guid EssayId, string Action, Guid? StudentId = null);
}
