namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>Heads that name several people, of whom one wrote the text at most.</summary>
public sealed class SeveralPeopleTests
{
    const string Body = "\n\nThe ferry left before anybody had counted the passengers.\n";

    [Theory]
    [InlineData("Namn\n\nGranskare\n\nPriya Raman\n\nTove Hallgren\n\nSommaren", "p12")]
    [InlineData("Klass\nGranskare\nNV26B\nTove Hallgren", null)]
    [InlineData("Lärare:\nNamn:\nTove Hallgren\nPriya Raman", "p12")]
    [InlineData("Namn\nGranskare\nTove Hallgren\n\nIt rained.", null)]
    public void Values_below_several_labels_pair_off_or_say_nothing(string head, string? writer) => ShouldName(head + Body, writer);

    [Theory]
    [InlineData("Granskare: Malin Nyqvist &\nTove Hallgren")]
    [InlineData("Granskare: Malin Nyqvist\noch Tove Hallgren")]
    [InlineData("Granskare: Malin Nyqvist,\nSiri-Lo Wikander och\nTove Hallgren")]
    [InlineData("Granskare:\n\n\nTove Hallgren")]
    [InlineData("Granskad av:\n\n____\nTove Hallgren")]
    [InlineData("Lärare:\nKurs: Eng 6\nTove Hallgren")]
    [InlineData("Gruppmedlemmar:\nMalin Nyqvist\nTove Hallgren")]
    [InlineData("Reviewers:\nMalin Nyqvist\nTove Hallgren")]
    public void A_list_of_others_goes_on_below_its_line(string head) => ShouldName(head + Body, null);

    [Theory]
    [InlineData("Norrvik, 4 maj 2026\n\nTove Hallgren\nStorgatan 1\n123 45 Norrvik\n\nDear Tove,\nHow are you?")]
    [InlineData("Ms Tove Hallgren\nThe Harbour Company\nDear Ms Hallgren,")]
    [InlineData("Tove Hallgren\nHej Tove!")]
    [InlineData("Till: Tove\n\nTove Hallgren")]
    public void Who_is_greeted_did_not_write_the_letter(string head) => ShouldName(head + Body, null);

    [Theory]
    [InlineData("Författare: Tove Hallgren\nMedförfattare: Priya Raman")]
    [InlineData("Elev: P. Raman\nElev: Tove Hallgren")]
    [InlineData("Författare\tTove Hallgren\nMedförfattare\tPriya Raman")]
    public void Two_writers_are_nobody(string head) => ShouldName(head + Body, null);

    static void ShouldName(string text, string? writer) =>
        ClassNv26b
            .Match(text)
            .Suggestions.Where(suggestion => suggestion.AutoConfirmEligible)
            .Select(suggestion => suggestion.StudentId)
            .ShouldBe(writer is null ? [] : [writer], text);
}
