using Phase1.Nlp.Naming;

namespace Phase1.Unit.Tests.Nlp.Naming;

public sealed class NameAnswerTests
{
    const string Excerpt = "Uppsats 3\nTove Hallgr3n NV26b\n2026-03-04";

    [Theory]
    [InlineData("""{"name": "Tove Hallgren"}""", "Tove Hallgren")]
    [InlineData("""{"name": "Tove"}""", "Tove")]
    [InlineData("""{"name": "Tove Lindberg"}""", null)]
    [InlineData("""{"name": "Priya Raman"}""", null)]
    [InlineData("""{"name": null}""", null)]
    [InlineData("""{"name": 7}""", null)]
    [InlineData("""{"name": "T"}""", null)]
    [InlineData("""{"name": "Tove Tove Tove Tove Tove Tove Tove"}""", null)]
    [InlineData("""["Tove Hallgren"]""", null)]
    [InlineData("Tove Hallgren", null)]
    [InlineData("", null)]
    public void A_name_counts_when_each_of_its_words_stands_in_the_excerpt(string content, string? name) =>
        NameAnswer.Read(content, Excerpt).ShouldBe(name);
}
