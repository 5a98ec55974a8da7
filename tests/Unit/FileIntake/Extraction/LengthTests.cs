using System.Text;
using Phase1.Events;
using Phase1.FileIntake.Extraction;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

[Trait("Scenario", "S-302")]
public sealed class LengthTests : ExtractionTests
{
    public LengthTests() => Limits.MinCharacters = 50;

    [Theory]
    [InlineData(49, ValidationErrorCode.ContentTooShort)]
    [InlineData(50, null)]
    [InlineData(50_000, null)]
    [InlineData(50_001, ValidationErrorCode.ContentTooLong)]
    public async Task A_text_has_fifty_to_fifty_thousand_characters_after_trimming(int length, ValidationErrorCode? code)
    {
        var content = Encoding.UTF8.GetBytes("  \n" + new string('å', length) + "\n\n  ");

        var outcome = await Extract(FileKind.PlainText, content);

        outcome.ErrorCode.ShouldBe(code);
        (outcome.Text?.Length).ShouldBe(code is null ? length : null);
    }

    [Fact]
    public async Task A_character_outside_the_basic_plane_counts_once()
    {
        var outcome = await Extract(FileKind.PlainText, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("😀", 49))));

        outcome.ErrorCode.ShouldBe(ValidationErrorCode.ContentTooShort);
    }

    [Theory]
    [InlineData(" \r\n\t \n")]
    [InlineData("\u00A0\u200B\uFEFF")]
    public async Task Blank_text_is_empty_content(string blank) =>
        (await FailureOf(FileKind.PlainText, Encoding.UTF8.GetBytes(blank))).ShouldBe(ValidationErrorCode.EmptyContent);
}
