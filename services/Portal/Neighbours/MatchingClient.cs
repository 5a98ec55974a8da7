using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>The student matching, of NLP, as a dry run: nothing is kept.</summary>
sealed class MatchingClient(HttpClient http)
{
    const string Essay = "essay";

    /// <summary>What is read as a name or an address in a text, for a class.</summary>
    internal async Task<ExtractedDocument> ExtractAsync(
        CourseCode course,
        IReadOnlyList<StudentDocument> students,
        string text,
        CancellationToken cancellationToken
    )
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("v1/student-matching/preview", UriKind.Relative),
            new DryRun(course, students, [new(Essay, text)]),
            Phase1Json.Options,
            cancellationToken
        );
        return (await answer.ReadAsync<DryRunDocument>(cancellationToken)).Results[0].Extracted;
    }

    sealed record DryRun(CourseCode CourseCode, IReadOnlyList<StudentDocument> Roster, IReadOnlyList<DryRunEssay> Essays);

    sealed record DryRunEssay(string EssayId, string Text);

    sealed record DryRunDocument(IReadOnlyList<DryRunResult> Results);

    sealed record DryRunResult(ExtractedDocument Extracted);
}

/// <summary>What was read as a name or an address.</summary>
public sealed record ExtractedDocument(IReadOnlyList<string> Names, IReadOnlyList<string> Emails);
