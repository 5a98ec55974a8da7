using Microsoft.AspNetCore.Mvc;
using Phase1.Events;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Preview;

/// <summary>Matching without a batch: computes the result for the given data by the same code, and keeps nothing.</summary>
static class PreviewMatchingEndpoint
{
    const int LargestBody = 8 * 1024 * 1024;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/student-matching/preview", Handle)
            .RequireService()
            .MayHoldZero()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithName("PreviewStudentMatching")
            .WithTags("student-matching")
            .WithSummary("Matches essays with a roster, as one batch, and keeps nothing")
            .WithDescription(
                "The same code as for batches. Up to 500 students, as many essays as a batch may have, 50,000 characters a text, 8 MB in all; "
                    + "ids are any text of 1 to 100 characters. Results keep the order of the request."
            )
            .Accepts<PreviewRequest>("application/json")
            .MayAnswer(Problems.LimitExceeded);

    static PreviewAnswer Handle(PreviewRequest request, BatchMatcher matcher, BatchLimits limits, PreviewGate gate)
    {
        PreviewRules.Check(request, limits.MaxEssays);
        if (!gate.TryEnter())
        {
            throw new ProblemException(Problems.ServiceUnavailable, "Too many dry runs are in progress.");
        }

        try
        {
            return Answer(matcher.Match([.. request.Roster.Select(Student)], [.. request.Essays.Select(Essay)]));
        }
        finally
        {
            gate.Leave();
        }
    }

    static RosterStudent Student(PreviewStudent student) =>
        new(student.StudentId, student.FirstName, student.LastName, student.FullLegalName, student.Email);

    static EssayText Essay(PreviewEssay essay) => new(essay.EssayId, essay.FileName, essay.Text);

    static PreviewAnswer Answer(BatchMatchResult result)
    {
        var counts = MatchingFacts.Count(result.Essays);
        return new(
            [
                .. result.Essays.Select(match => new PreviewResult(
                    match.EssayId,
                    match.Status,
                    match.NoMatchReason,
                    match.Suggestions,
                    match.Extracted
                )),
            ],
            new PreviewSummary(counts.TotalEssays, counts.Matched, counts.Unmatched, counts.Failed),
            [.. result.Warnings.Select(warning => new PreviewWarning(warning.Code, warning.Path))]
        );
    }
}
