using Phase1.Feedback.Masking;

namespace Phase1.Unit.Tests.Feedback;

/// <summary>No name of the class leaves, in whatever form it stands.</summary>
[Trait("Scenario", "CCR-60")]
public sealed class NameMaskTests
{
    static readonly Guid Essay = Id(1);

    static readonly ClassNames Class = ClassNames.Of([
        new(Essay, Id(11), "Tove", "Hallgren", "Tove Maria Hallgren"),
        new(Id(2), Id(12), "Åsa-Lena", "Öberg", "Åsa-Lena Öberg"),
        new(Id(3), Id(13), "Bo", "Li", "Bo Li"),
        new(Id(4), Id(14), "Tove", "Varga", "Tove Varga"),
        new(Id(5), Id(99), "UNKNOWN", "STUDENT", "UNKNOWN STUDENT"),
    ]);

    [Theory]
    [InlineData("Det var Tove Hallgren som skrev.", "Det var [ELEV] som skrev.")]
    [InlineData("Det var TOVE, sa hallgren.", "Det var [ELEV], sa [ELEV].")]
    [InlineData("Toves hund och Tove's katt.", "[ELEV] hund och [ELEV] katt.")]
    [InlineData("Jag heter Maria.", "Jag heter [ELEV].")]
    [InlineData("Hallgren, Tove hette hon.", "[ELEV] hette hon.")]
    [InlineData("Vi mötte asa-lena OBERG i parken.", "Vi mötte [ELEV 1] i parken.")]
    [InlineData("Vi mötte Åsa\u2011Lenas mor.", "Vi mötte [ELEV 1] mor.")]
    [InlineData("Vi mötte Bo Li och Bo Lis bror.", "Vi mötte [ELEV 2] och [ELEV 2] bror.")]
    [InlineData("Ett bo är ett bo.", "Ett bo är ett bo.")]
    [InlineData("Det var Tove Varga.", "Det var [ELEV 3].")]
    [InlineData("Student unknown skrev.", "Student unknown skrev.")]
    [InlineData("Skriv till tove.h@skola.example eller ring 070-123 45 67.", "Skriv till [E-POST] eller ring [NUMMER].")]
    [InlineData("År 2026 var jag 17 år.", "År 2026 var jag 17 år.")]
    [InlineData("Tovelin och Hallgrenska huset.", "Tovelin och Hallgrenska huset.")]
    public void A_name_is_masked_and_other_words_are_not(string sentence, string masked) => Mask(sentence).ShouldBe(masked);

    [Theory]
    [InlineData("Tove Hallgren 2026-02-11\nEngelska 6\n\nDet regnade. Jag gick ut.", "Det regnade. Jag gick ut.")]
    [InlineData("Tove H.\nDet regnade.", "Det regnade.")]
    [InlineData("Inlämnad av en elev i klass NA24 den 2026-02-11, som har skrivit hela dagen.\nDet regnade.", "Det regnade.")]
    [InlineData("Tove Hallgren\nEngelska 6", "")]
    [InlineData("", "")]
    public void What_stands_above_the_prose_is_dropped(string text, string prose) => Mask(text).ShouldBe(prose);

    [Fact]
    public void Without_a_class_addresses_and_numbers_are_masked_and_the_header_is_dropped() =>
        new NameMask()
            .Mask("Greta Almroth\n\nMitt nummer är 20080512-1234.", Essay, ClassNames.Of([]))
            .Text.ShouldBe("Mitt nummer är [NUMMER].");

    [Fact]
    public void Placeholders_become_names_again_for_whoever_may_know_them()
    {
        var students = new NameMask().Mask("Tove mötte Bo Li.", Essay, Class).Placeholders;
        Dictionary<Guid, string> names = new() { [Id(11)] = "Tove", [Id(13)] = "Bo" };

        Placeholders
            .Restore("[ELEV] mötte [ELEV 2], [ELEV 1], [ELEV 77] och [ELEV x].", students, names)
            .ShouldBe("Tove mötte Bo, [ELEV 1], [ELEV 77] och [ELEV x].");
    }

    static string Mask(string text) => new NameMask().Mask(text, Essay, Class).Text;

    static Guid Id(int number) => Guid.Parse($"0190c0de-0000-7000-8000-{number:d12}");
}
