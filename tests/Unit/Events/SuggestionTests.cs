using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("confidence_score", "1.2")]
    [InlineData("confidence_score", "-0.1")]
    [InlineData("confidence_score", "1e400")]
    [InlineData("confidence_score", "\"high\"")]
    [InlineData("student_id", "\"not-an-id\"")]
    [InlineData("student_id", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("student_id", "null")]
    public void A_bad_value_refuses_its_suggestion_only(string field, string value)
    {
        var result = Spoilt(field, value, and: 1);

        result.Suggestions.Count.ShouldBe(1);
        result.RefusedSuggestions.ShouldBe(1);
        result.NoMatchReason.ShouldBeNull();
        result.ExtractionMetadata.MatchStatus.ShouldBe(MatchStatus.HighConfidence);
    }

    [Fact]
    public void An_essay_left_without_suggestions_goes_on_as_no_match()
    {
        var result = Spoilt("confidence_score", "1.2", and: 0);

        result.Suggestions.ShouldBeEmpty();
        result.RefusedSuggestions.ShouldBe(1);
        result.NoMatchReason.ShouldBe(NoMatchReason.InvalidSuggestion);
        result.ExtractionMetadata.MatchStatus.ShouldBe(MatchStatus.NoMatch);
    }

    [Fact]
    public void Scores_for_display_never_refuse_a_record()
    {
        var tree = Records.Tree(Examples.Suggested);
        var metadata = tree["data"]!["match_results"]![0]!["extraction_metadata"]!;
        metadata["confidence_scores"] = JsonNode.Parse("""[0.9, 1.2, "x", [0.5], 0.4]""");
        Read(tree).ExtractionMetadata.ConfidenceScores.ShouldBe([0.9m, 0.4m]);

        metadata["confidence_scores"] = JsonNode.Parse("""{"a": {"b": 0.9}}""");
        Read(tree).ExtractionMetadata.ConfidenceScores.ShouldBeEmpty();
    }

    [Fact]
    public void More_than_ten_suggestions_break_the_contract()
    {
        var tree = Records.Tree(Examples.Suggested);
        var suggestions = tree["data"]!["match_results"]![0]!["suggestions"]!.AsArray();
        while (suggestions.Count < 11)
        {
            suggestions.Add(suggestions[0]!.DeepClone());
        }

        Records.Refused(tree).Reason.ShouldContain("data.match_results[0].suggestions");
    }

    static MatchResult Spoilt(string field, string value, int and)
    {
        var tree = Records.Tree(Examples.Suggested);
        var suggestions = tree["data"]!["match_results"]![0]!["suggestions"]!.AsArray();
        for (var more = 0; more < and; more++)
        {
            suggestions.Add(suggestions[0]!.DeepClone());
        }
        suggestions[0]![field] = JsonNode.Parse(value);
        return Read(tree);
    }

    static MatchResult Read(JsonNode tree) => Records.Read(tree).ShouldBeOfType<BatchAuthorMatchesSuggested>().MatchResults[0];
}
