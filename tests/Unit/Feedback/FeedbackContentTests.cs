using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Feedback.Results;

namespace Phase1.Unit.Tests.Feedback;

public sealed class FeedbackContentTests
{
    [Fact]
    public void An_answer_of_the_asked_shape_is_feedback()
    {
        var content = FeedbackContent.Read(Answer(_ => { })).ShouldNotBeNull();

        content.Strengths.ShouldBe(["Rak."]);
        content.LanguagePoints.ShouldBe([new LanguagePoint("grammar", "he go", "he goes")]);
        content.With(text => text + "!").NextStep.ShouldBe("Läs högt.!");
    }

    public static TheoryData<string, Action<JsonObject>> Others =>
        new()
        {
            { "a grade", answer => answer["grade"] = "A" },
            { "a grade in a point", answer => answer["language_points"]![0]!["points"] = 3 },
            { "no summary", answer => answer.Remove("summary") },
            { "an empty summary", answer => answer["summary"] = "" },
            { "a null in a list", answer => answer["strengths"] = new JsonArray((JsonNode?)null) },
            { "a null point", answer => answer["language_points"] = new JsonArray((JsonNode?)null) },
            { "a number for a text", answer => answer["summary"] = 7 },
            { "no strength", answer => answer["strengths"] = new JsonArray() },
            { "six improvements", answer => answer["improvements"] = Texts(6) },
            { "eleven language points", answer => answer["language_points"] = Points(11) },
            { "a text beyond its length", answer => answer["next_step"] = new string('x', 601) },
            { "a character that nothing keeps", answer => answer["summary"] = "a\0b" },
        };

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Any_other_is_none(string what, Action<JsonObject> change) => FeedbackContent.Read(Answer(change)).ShouldBeNull(what);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("Bra skrivet!")]
    [InlineData("[]")]
    [InlineData("""{"summary": "Slutar mitt i""")]
    public void What_is_no_object_is_none(string answer) => FeedbackContent.Read(answer).ShouldBeNull();

    static string Answer(Action<JsonObject> change)
    {
        var answer = new JsonObject
        {
            ["summary"] = "En text om regn.",
            ["strengths"] = new JsonArray("Rak."),
            ["improvements"] = new JsonArray("Ge ett exempel."),
            ["language_points"] = Points(1),
            ["next_step"] = "Läs högt.",
        };
        change(answer);
        return answer.ToJsonString(JsonSerializerOptions.Default);
    }

    static JsonArray Texts(int count) => new([.. Enumerable.Repeat("Mer.", count).Select(text => (JsonNode)text)]);

    static JsonArray Points(int count) =>
        new([
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["kind"] = "grammar",
                            ["quote"] = "he go",
                            ["suggestion"] = "he goes",
                        }
                ),
        ]);
}
