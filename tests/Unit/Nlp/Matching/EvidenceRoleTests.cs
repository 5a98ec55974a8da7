using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>Only the writer's own marks are evidence: names and addresses in another role are not.</summary>
public sealed class EvidenceRoleTests
{
    const string Other = "tove.hallgren" + ClassNv26b.Domain;
    const string Body = "\n\nThe ferry left before anybody had counted the passengers.\n";

    [Theory]
    [InlineData("To")]
    [InlineData("Till")]
    [InlineData("Cc")]
    [InlineData("Bcc")]
    [InlineData("Kopia")]
    [InlineData("An")]
    [InlineData("À")]
    [InlineData("Reply-To")]
    [InlineData("Sent to")]
    [InlineData("Skickat till")]
    [InlineData("Mottagare")]
    [InlineData("Reviewer")]
    [InlineData("Peer reviewer")]
    [InlineData("Kamratgranskare")]
    [InlineData("Granskad av")]
    [InlineData("Opponent")]
    [InlineData("Supervisor")]
    [InlineData("Teacher's name")]
    [InlineData("Bedömande lärare")]
    [InlineData("Vårdnadshavare")]
    [InlineData("Guardian")]
    [InlineData("Read by")]
    [InlineData("Corrected by")]
    [InlineData("Rättad av")]
    [InlineData("Feedback from")]
    public void A_name_or_address_in_the_role_of_somebody_else_is_no_evidence(string role)
    {
        foreach (
            var text in new[]
            {
                $"{role}: Tove Hallgren <{Other}>\n{Body}",
                $"{role}: {Other}\nPriya Raman{Body}",
                $"{role.ToUpperInvariant()}:\nTove Hallgren\n{Body}",
                $"{role}:\tTove Hallgren\n{Body}",
                $"{role}\tTove Hallgren\nNamn\tPriya Raman{Body}",
                $"Namn\t{role}\nPriya Raman\tTove Hallgren{Body}",
                $"Namn: Priya Raman {role}: Tove Hallgren, {Other}{Body}",
                $"{string.Concat(Enumerable.Repeat("It rained.\n", 30))}{role}: {Other}",
            }
        )
        {
            ClassNv26b.Match(text).Suggestions.ShouldAllBe(suggestion => suggestion.StudentId != "p01", text);
        }
    }

    [Theory]
    [InlineData("Från: Priya Raman\nTill: Sten Bruse\nMalin Ek\nTove Hallgren\nÄmne: Uppsats\n")]
    [InlineData("From: Priya Raman\nTo:\nSten Bruse\n" + Other + "\n")]
    [InlineData("To: Sten Bruse\nTove Hallgren\nFrom: Priya Raman\n")]
    public void People_below_a_mails_addressee_are_addressees_and_its_sender_wrote_the_text(string text) =>
        ClassNv26b
            .Match(text + Body)
            .Suggestions.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                suggestion => suggestion.StudentId.ShouldBe("p12"),
                suggestion => suggestion.AutoConfirmEligible.ShouldBeTrue()
            );

    [Theory]
    [InlineData("Tove Hallgren (opponent) 2026-02-11")]
    [InlineData("Tove Hallgren, lärare")]
    [InlineData("Tove Hallgren\nKamratgranskare\n")]
    [InlineData("Responsgivare\tTove Hallgren")]
    [InlineData("Läskompis\tTove Hallgren")]
    [InlineData("Läskompis: " + Other)]
    [InlineData("En höst\n\nSkicka gärna svar till " + Other)]
    [InlineData("> Tove Hallgren\n> " + Other)]
    [InlineData("En höst\n\n-----Original Message-----\nFrom: " + Other)]
    [InlineData("En höst\n\n---------- Forwarded message ---------\nFrom: Tove Hallgren <" + Other + ">")]
    [InlineData("Vidarebefordrat meddelande:\n\nFrån: Tove Hallgren\nNamn: Tove Hallgren")]
    [InlineData("En höst\n\nOn 3 Feb 2026, at 10:12, Tove Hallgren <" + Other + "> wrote:\nTove Hallgren")]
    [InlineData("En höst\n\nDen tis 3 feb. 2026 kl 10:12 skrev Tove Hallgren <" + Other + ">:\nTove Hallgren")]
    [InlineData("En höst\n\nOn Tue, 3 Feb 2026 at 10:12, Tove Hallgren\n<" + Other + "> wrote:\nTove Hallgren")]
    [InlineData("Hej!\nHär kommer den.\n\nFrån: Tove Hallgren <" + Other + ">\nSkickat: den 3 februari\nTill: mig\n")]
    [InlineData("Från: Tove Hallgren <" + Other + ">\nTill: mig\nÄmne: VB: uppsats\n")]
    [InlineData("From: Tove Hallgren <" + Other + ">\nSubject: Fwd: essay\n")]
    [InlineData("Responsgivare\n\nTove Hallgren")]
    [InlineData("Vårdnadshavares underskrift\nTove Hallgren")]
    [InlineData("En höst\n\n2026-02-03 10:12 GMT+01:00 Tove Hallgren <" + Other + ">:\nHej")]
    [InlineData("En höst\n\n在 2026年2月3日，Tove Hallgren <" + Other + "> 写道：\nHej")]
    [InlineData("En höst\n\nOn Tuesday, 3 February 2026,\nTove Hallgren\n<" + Other + "> wrote:\nHej")]
    [InlineData("En höst\n\nOn 3 Feb 2026, at 10:12 AM, Tove Hallgren\n<" + Other + ">\nwrote:\nHej")]
    [InlineData("Här är den.\n\n---- On Tue, 3 Feb 2026 Tove Hallgren <" + Other + "> wrote ----\nHej")]
    [InlineData("En höst\n\n-----Mensaje original-----\nDe: Tove Hallgren")]
    [InlineData("Här är den.\n\n*From:* Tove Hallgren <" + Other + ">\n*Sent:* Tuesday\n*To:* me\n")]
    [InlineData("En höst\n\n| Tove Hallgren <" + Other + ">")]
    [InlineData("En höst\n\n» Tove Hallgren")]
    [InlineData("@Tove Hallgren")]
    [InlineData("Betaläsare\nTove Hallgren\n2026-02-11")]
    [InlineData("Ansvarig lärare\nTove Hallgren\n2026-02-11")]
    [InlineData("Engelskalärare\nTove Hallgren\n2026-02-11")]
    [InlineData("Critical friend\nTove Hallgren\n2026-02-11")]
    [InlineData("Tove Hallgren, språkgranskare")]
    [InlineData("Tove Hallgren, critical friend")]
    [InlineData("Bordsgranne:\nTove Hallgren\n2026-02-11")]
    [InlineData("In reply to:\n\nTove Hallgren\n2026-02-11")]
    [InlineData("Tove Hallgren (bordsgranne) 2026-02-11")]
    [InlineData("(Bordsgranne) Tove Hallgren")]
    [InlineData("Tove Hallgren [min bordsgranne]")]
    [InlineData("Start på vidarebefordrat meddelande:\n\nFrån: Tove Hallgren <" + Other + ">")]
    [InlineData("En höst\n\n________________\nFrån: Tove Hallgren <" + Other + ">\nSkickat: tisdag\nTill: mig\n")]
    [InlineData("En höst\n\nKällor\nTove Hallgren, " + Other)]
    [InlineData("En höst\n\nKälla\nTove Hallgren")]
    [InlineData("Tack till\nTove Hallgren")]
    [InlineData("Med hjälp av\nTove Hallgren")]
    [InlineData("Photo by\nTove Hallgren\n2026-02-11")]
    [InlineData("Working with\nTove Hallgren")]
    [InlineData("Till\nTove Hallgren\n2026-02-11")]
    [InlineData("En höst\nFör\n\nTove Hallgren")]
    [InlineData("Mottagare\nTove Hallgren\n2026-02-11")]
    [InlineData("Andra granskare\nTove Hallgren\n2026-02-11")]
    [InlineData("My opponent\nTove Hallgren\n2026-02-11")]
    [InlineData("Ansvarig lärare i svenska\nTove Hallgren\n2026-02-11")]
    [InlineData("Reviewed by my friend\nTove Hallgren\n2026-02-11")]
    [InlineData("Granskad och rättad av\nTove Hallgren\n2026-02-11")]
    [InlineData("Bordsgranne\nTove Hallgren\n2026-02-11")]
    [InlineData("Regissör\nTove Hallgren\n2026-02-11")]
    [InlineData("Klass: NV26B, granskare:\nTove Hallgren")]
    [InlineData("Närmaste kontakt: Tove Hallgren")]
    [InlineData("Tove Hallgren, närmaste vän")]
    [InlineData("närmaste vän, Tove Hallgren")]
    [InlineData("Tove Hallgren, vän")]
    [InlineData("Vän Tove Hallgren")]
    [InlineData("Namn: Tove Hallgren (granskare)")]
    [InlineData("Name: (reviewer) Tove Hallgren")]
    [InlineData("Läskompis\tKlass\nTove Hallgren\tNV26B")]
    public void What_others_wrote_or_did_confirms_nobody(string text) =>
        ClassNv26b.Match(text + Body).Suggestions.ShouldAllBe(suggestion => !suggestion.AutoConfirmEligible, text);

    [Theory]
    [InlineData("From: Tove Hallgren\nTo: Priya Raman\nSubject: Essay")]
    [InlineData("Från: Tove Hallgren <" + Other + ">\nTill: Priya Raman, Malin Nyqvist,\nMalte Nyqvist\nÄmne: Sv: uppsats")]
    [InlineData("Avsändare: Tove Hallgren")]
    [InlineData("Tove Hallgren (hon/henne) 2026-02-11")]
    [InlineData("Tove Hallgren (NV26B)")]
    [InlineData("Tove Hallgren (Engelska 6)")]
    [InlineData("Tove (Tovis) Hallgren 2026-02-11")]
    [InlineData("Namn: Tove Hallgren (Tovis)")]
    [InlineData("Mitt namn:\nTove Hallgren")]
    [InlineData("Name of student:\nTove Hallgren")]
    [InlineData("Tove_Hallgren")]
    [InlineData("Min bästa kompis\nTove Hallgren")]
    [InlineData("My Parents\nTove Hallgren")]
    [InlineData("The Reader\nTove Hallgren")]
    [InlineData("Words to Live By\nTove Hallgren")]
    [InlineData("Där jag kommer från\nTove Hallgren")]
    [InlineData("A short story by\nTove Hallgren")]
    [InlineData("Skriven av\nTove Hallgren")]
    [InlineData("Namn/klass: Tove Hallgren NV26B")]
    [InlineData("Inskickad av: Tove Hallgren")]
    [InlineData("Tove Hallgren, Norrviks gymnasium")]
    [InlineData("Klass: NV26B " + Other)]
    [InlineData("Klass: NV26B, e-post: " + Other)]
    [InlineData("Datum: 2026-02-11 Elevens e-post: " + Other)]
    [InlineData("Ett brev\n\nFrom: Tove Hallgren\nTo: Priya Raman")]
    [InlineData("To: Priya Raman\nFrom: Tove Hallgren\n\nHej Priya!\n\nDen 3 februari 2026 skrev Priya Raman:\nFrån: Malin Nyqvist")]
    [InlineData("From: " + Other + " To: Priya Raman")]
    [InlineData("E-post: " + Other)]
    [InlineData("Tove Hallgren: " + Other)]
    [InlineData("Tove Hallgren, " + Other + ", Lärare: Sten Bruse")]
    public void The_sender_and_the_owner_of_an_address_is_the_writer(string text)
    {
        var match = ClassNv26b.Match(text + Body);

        match.Suggestions[0].StudentId.ShouldBe("p01", text);
        match.Suggestions[0].AutoConfirmEligible.ShouldBeTrue(text);
    }

    [Theory]
    [InlineData("Till", "Berg")]
    [InlineData("To", "Van Anh")]
    [InlineData("An", "Nguyen")]
    public void A_word_of_direction_is_one_although_somebody_of_the_class_is_called_so(string first, string last)
    {
        var namesake = new RosterStudent("p13", first, last);

        ClassNv26b.MatchIn([.. ClassNv26b.Students, namesake], $"En höst\n\n{first} {Other}{Body}").Extracted.Emails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Re: {0}")]
    [InlineData("SV: {0}")]
    [InlineData("Vb: Tove <{0}>")]
    [InlineData("Ämne: {0}")]
    [InlineData("Received: from {0}")]
    [InlineData("Skickat: till {0}")]
    [InlineData("Resent-From: {0}")]
    [InlineData("Datum: 2026-02-11, delas med {0}")]
    [InlineData("Mammas e-post: {0}")]
    [InlineData("Guardian e-mail: {0}")]
    [InlineData("Granskarens konto: {0}")]
    [InlineData("Photo by: {0}")]
    [InlineData("Kommentarer från: {0}")]
    public void An_address_is_the_writers_only_behind_the_writers_own_label(string line)
    {
        var labelled = string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Other);

        ClassNv26b.Match($"En höst\n\n{labelled}{Body}").Extracted.Emails.ShouldBeEmpty(labelled);
    }

    [Theory]
    [InlineData("Tack till Tove ({0}) som läste.")]
    [InlineData("Tack {0}!")]
    [InlineData("Thanks Tove <{0}>")]
    [InlineData("Mejla {0} om du vill veta mer.")]
    [InlineData("Min skrivkompis är {0}")]
    [InlineData("Delat med {0}")]
    [InlineData("Utskrivet av {0}")]
    [InlineData("Foto {0}")]
    [InlineData("Intervju med Tove Hallgren ({0})")]
    [InlineData("Hälsningar till Tove, {0}")]
    public void An_address_in_prose_is_nobodys_mark(string line)
    {
        var prose = string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Other);
        var body = string.Concat(Enumerable.Repeat("It rained.\n", 30));

        ClassNv26b.Match($"En höst\n\n{prose}\n{body}").Extracted.Emails.ShouldBeEmpty(prose);
        ClassNv26b.Match($"En höst\n\n{body}{prose}").Extracted.Emails.ShouldBeEmpty(prose);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("Tove Hallgren, {0}")]
    [InlineData("Mvh Tove {0}")]
    [InlineData("Med vänliga hälsningar, Tove Hallgren ({0})")]
    [InlineData("/Tove, NV26B, {0}")]
    [InlineData("E-post {0}")]
    [InlineData("Skriven av {0} 2026-02-11")]
    public void An_address_beside_its_owner_counts_at_the_end_too(string line)
    {
        var signature = string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Other);
        var body = string.Concat(Enumerable.Repeat("It rained.\n", 30));

        ClassNv26b.Match($"En höst\n\n{body}{signature}").Suggestions[0].AutoConfirmEligible.ShouldBeTrue(signature);
    }

    [Fact]
    public void A_quoted_mail_below_the_header_gives_no_address()
    {
        var body = string.Concat(Enumerable.Repeat("It rained.\n", 30));

        Emails($"{body}Tove\n{Other}").ShouldBe([Other]);
        Emails($"{body}On 3 Feb 2026 Tove Hallgren wrote:\nHi\n{Other}").ShouldBeEmpty();
        Emails($"{body}Lärarens kommentar:\nBra!\n{Other}").ShouldBeEmpty();
        Emails($"{body}> {Other}").ShouldBeEmpty();
        Emails($"{body}From: x\n{Other}").ShouldBeEmpty();
        Emails($"{body}Kamratrespons 1\nBra!\n{Other}").ShouldBeEmpty();
        Emails($"{body}Works cited\nHallgren, Tove ({Other})").ShouldBeEmpty();

        static IReadOnlyList<string> Emails(string text) => ClassNv26b.Match(text).Extracted.Emails;
    }
}
