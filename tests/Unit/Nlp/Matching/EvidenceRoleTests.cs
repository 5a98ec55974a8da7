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
    public void What_others_wrote_or_did_confirms_nobody(string text) =>
        ClassNv26b.Match(text + Body).Suggestions.ShouldAllBe(suggestion => !suggestion.AutoConfirmEligible, text);

    [Theory]
    [InlineData("From: Tove Hallgren\nTo: Priya Raman\nSubject: Essay")]
    [InlineData("Från: Tove Hallgren <" + Other + ">\nTill: Priya Raman, Malin Nyqvist,\nMalte Nyqvist\nÄmne: Sv: uppsats")]
    [InlineData("Avsändare: Tove Hallgren")]
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

    [Fact]
    public void A_quoted_mail_below_the_header_gives_no_address()
    {
        var body = string.Concat(Enumerable.Repeat("It rained.\n", 30));

        Emails($"{body}Tove\n{Other}").ShouldBe([Other]);
        Emails($"{body}On 3 Feb 2026 Tove Hallgren wrote:\nHi\n{Other}").ShouldBeEmpty();
        Emails($"{body}Lärarens kommentar:\nBra!\n{Other}").ShouldBeEmpty();
        Emails($"{body}> {Other}").ShouldBeEmpty();
        Emails($"{body}From: x\n{Other}").ShouldBeEmpty();

        static IReadOnlyList<string> Emails(string text) => ClassNv26b.Match(text).Extracted.Emails;
    }
}
