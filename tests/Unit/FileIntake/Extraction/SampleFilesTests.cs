using Phase1.Events;
using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

/// <summary>The sample files that the demo uploads are what their manifest says.</summary>
public sealed class SampleFilesTests : ExtractionTests
{
    static readonly IntakeOptions Defaults = new();

    public static TheoryData<string, string> Files =>
        new(SampleFiles.Manifest.Batches.SelectMany(batch => batch.Files.Select(file => (batch.Key, file.File))));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_sample_is_accepted_and_ends_as_its_manifest_says(string key, string name)
    {
        var batch = SampleFiles.Manifest.Batches.Single(batch => batch.Key == key);
        var sample = batch.Files.Single(file => file.File == name);
        var content = SampleFiles.Content(batch, sample);
        Limits.MinCharacters = Defaults.MinCharacters;

        var verdict = FileSniffer.Examine(name, new MemoryStream(content), Defaults.MaxFileBytes);
        verdict.IsRefused.ShouldBeFalse();
        var outcome = await Extract(verdict.Kind, content);

        (outcome.ErrorCode is { } code ? WireEnum.Name(code) : null).ShouldBe(sample.ErrorCode);
        (outcome.Text is null).ShouldBe(sample.Expected == "failed");
    }

    [Fact]
    public void The_class_has_28_students_and_hands_in_at_least_30_files_in_three_formats()
    {
        var keys = SampleFiles.Class.Students.Select(student => student.Key).ToHashSet();
        var regular = SampleFiles.Manifest.Batches.Single(batch => batch.Kind == "REGULAR");

        keys.Count.ShouldBe(28);
        regular.Files.Count.ShouldBeGreaterThanOrEqualTo(30);
        regular.Files.Select(file => Path.GetExtension(file.File)).Distinct().Order().ShouldBe([".docx", ".pdf", ".txt"]);
        regular.Files.Where(file => file.Student is not null).ShouldAllBe(file => keys.Contains(file.Student!));
        SampleFiles.Class.Students.ShouldAllBe(student => student.Email == null || student.Email.EndsWith(".example"));
    }

    [Fact]
    public void The_texts_of_the_samples_differ() =>
        SampleFiles
            .Manifest.Batches.SelectMany(batch => batch.Files.Select(file => Convert.ToHexString(SampleFiles.Content(batch, file))))
            .ShouldBeUnique();
}
