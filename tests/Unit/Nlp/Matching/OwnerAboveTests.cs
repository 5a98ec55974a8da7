namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>An address that stands on a line without a name is his or hers of whom the lines above speak.</summary>
public sealed class OwnerAboveTests
{
    const string Tove = "tove.hallgren" + ClassNv26b.Domain;
    const string Body = "\n\nThe ferry left before anybody had counted the passengers.\n";

    [Theory]
    [InlineData("Granskare: Tove Hallgren\n" + Tove)]
    [InlineData("Lärare: Tove Hallgren\nE-post: " + Tove)]
    [InlineData("Namn: Priya R.\nGranskare: Tove Hallgren\nE-post: " + Tove)]
    [InlineData("Tove Hallgren (granskare)\n" + Tove)]
    [InlineData("Granskad av Tove\nE-post: " + Tove)]
    [InlineData("Mentor: Sten Bruse\nTel: 070-12 34 56\nMejl: " + Tove)]
    [InlineData("Vårdnadshavare: Per Hallgren\n\nE-post: " + Tove)]
    [InlineData("Granskare:\tTove Hallgren\t" + Tove)]
    [InlineData("Granskare\tE-post\nTove Hallgren\t" + Tove)]
    [InlineData("Till: Malin Nyqvist\n" + Tove + "\nÄmne: Sommar")]
    [InlineData("Dear Tove,\n" + Tove)]
    [InlineData("Intervju med Tove i hamnen\n" + Tove)]
    [InlineData("c/o " + Tove)]
    [InlineData("→ Tove Hallgren")]
    public void Below_somebody_else_in_the_head_it_is_no_evidence(string head) => ShouldNotName(head + Body);

    [Theory]
    [InlineData("Best wishes\nPriya\n" + Tove)]
    [InlineData("Mvh P. Raman\n" + Tove)]
    [InlineData("/Priya\n" + Tove)]
    [InlineData("Write to her at\n" + Tove)]
    [InlineData("Tack Tove!\n" + Tove)]
    [InlineData("Frågor?\n" + Tove)]
    [InlineData("Bild 1\n" + Tove)]
    [InlineData("Granskare: Tove Hallgren\n" + Tove)]
    public void Below_somebody_else_or_a_heading_at_the_end_it_is_no_evidence(string end) => ShouldNotName("En höst" + Body + end);

    [Theory]
    [InlineData("En höst" + Body + Tove)]
    [InlineData("En höst" + Body + "Mvh Tove\n" + Tove)]
    [InlineData("En höst" + Body + "Vänliga hälsningar\n" + Tove)]
    [InlineData("En höst" + Body + "Tove Hallgren\n" + Tove)]
    [InlineData("En höst\n" + Tove + Body)]
    [InlineData("Klass: NV26B\nE-post: " + Tove + Body)]
    [InlineData("Granskare: Malin Nyqvist\nNamn: Tove Hallgren\nE-post: " + Tove + Body)]
    public void Below_the_writer_or_nobody_it_is_the_writers(string text) =>
        ClassNv26b
            .Match(text)
            .Suggestions[0]
            .ShouldSatisfyAllConditions(first => first.StudentId.ShouldBe("p01"), first => first.AutoConfirmEligible.ShouldBeTrue());

    static void ShouldNotName(string text) =>
        ClassNv26b
            .Match(text)
            .Suggestions.ShouldAllBe(suggestion => suggestion.StudentId != "p01" || !suggestion.AutoConfirmEligible, text);
}
