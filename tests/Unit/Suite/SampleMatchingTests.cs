using Phase1.Events;
using Phase1.FileIntake.Extraction;
using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Tests.Infrastructure.Files;
using Phase1.Unit.Tests.FileIntake.Extraction;

namespace Phase1.Unit.Tests.Suite;

/// <summary>From the bytes of the sample files to the proposals that a teacher sees.</summary>
public sealed class SampleMatchingTests : ExtractionTests
{
    [Fact]
    public async Task The_sample_class_is_matched_as_its_manifest_says()
    {
        var batch = SampleFiles.Manifest.Batches.Single(batch => batch.Kind == "REGULAR");
        var readable = batch.Files.Where(file => file.Expected != "failed").ToList();
        var essays = await Task.WhenAll(readable.Select(async file => new EssayText(file.File, file.File, await ReadAsync(batch, file))));

        var matches = new BatchMatcher(new MatchingThresholds()).Match([.. SampleFiles.Class.Students.Select(Student)], essays).Essays;

        matches
            .Select(match => $"{match.EssayId} {Expected(match.Status)}")
            .ShouldBe(readable.Select(file => $"{file.File} {file.Expected}"));
        foreach (var (match, file) in matches.Zip(readable).Where(pair => pair.First.Status == MatchStatus.HighConfidence))
        {
            match.Suggestions[0].StudentId.ShouldBe(file.Student, file.File);
        }
    }

    async Task<string> ReadAsync(SampleBatch batch, SampleFile file)
    {
        var content = SampleFiles.Content(batch, file);
        return await TextOf(FileSniffer.Examine(file.File, new MemoryStream(content), Limits.MaxFileBytes).Kind, content);
    }

    static RosterStudent Student(SampleStudent student) =>
        new(student.Key, student.FirstName, student.LastName, student.LegalFullName, student.Email);

    static string Expected(MatchStatus status) =>
        status switch
        {
            MatchStatus.HighConfidence => "high",
            MatchStatus.NeedsReview => "review",
            _ => "no_match",
        };
}
