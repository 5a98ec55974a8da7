using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Which addresses of a text count, and which of them stand in the body.</summary>
public sealed class EmailExtractorTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    [InlineData(29, false)]
    public void The_body_lies_between_the_first_twenty_lines_and_the_last_five(int line, bool inBody)
    {
        var lines = Enumerable.Repeat("x.", 30).ToArray();
        lines[line] = "a@b.se";

        Read(string.Join('\n', lines)).ShouldHaveSingleItem().InBody.ShouldBe(inBody);
    }

    [Fact]
    public void Empty_lines_are_no_last_lines()
    {
        var head = new string('\n', 20);

        Read($"{head}a@b.se\n1\n\n2\n3\n\n4\n\n")[0].InBody.ShouldBeFalse();
        Read($"{head}a@b.se\n1\n\n2\n3\n\n4\n5\n")[0].InBody.ShouldBeTrue();
    }

    [Fact]
    public void A_teacher_line_at_the_end_of_the_header_still_ends_it()
    {
        var lines = Enumerable.Repeat("x", 30).ToArray();
        (lines[19], lines[20]) = ("Lärare: c@d.se", "a@b.se");

        var email = ReadBy.Steps(string.Join('\n', lines), new LinesOfOthers(), new EmailExtractor()).Emails.ShouldHaveSingleItem();

        (email.Address.Text, email.InBody).ShouldBe(("a@b.se", true));
    }

    [Fact]
    public void An_address_counts_once_and_where_it_stands_first()
    {
        var emails = Read("Tove A@b.se a@B.se c@d.se");

        emails.Select(email => (email.Address.Text, email.Start, email.End)).ShouldBe([("a@b.se", 5, 11), ("c@d.se", 19, 25)]);
    }

    [Fact]
    public void A_hundred_addresses_are_taken_and_no_more()
    {
        Read(Addresses(99)).Count.ShouldBe(99);
        Read(Addresses(100)).Count.ShouldBe(100);
        Read(Addresses(101)).Count.ShouldBe(100);

        static string Addresses(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"a{i}@b.se"));
    }

    [Theory]
    [InlineData("malte.nyqvist99", false, "malte nyqvist")]
    [InlineData("malte.nyqvist", true, "")]
    [InlineData("9malte_9ek-9lo", false, "malte ek lo")]
    [InlineData("malte", false, "")]
    [InlineData("m.ek", false, "")]
    [InlineData("m.ek.lo", false, "ek lo")]
    [InlineData("info.malte.ek", false, "malte ek")]
    [InlineData("malte.e%k", false, "")]
    [InlineData("aa.bb.cc.dd.ee.ff", false, "aa bb cc dd ee ff")]
    [InlineData("aa.bb.cc.dd.ee.ff.gg", false, "")]
    public void The_parts_of_a_strangers_address_are_a_name(string local, bool isKnown, string name)
    {
        var reading = ReadBy.Steps($"{local}@b.se", isKnown, new EmailExtractor(), new EmailLocalParts());

        reading.Names.Said().ShouldBe(name);
        reading.Names.ShouldAllBe(found => found.Source == NameSource.EmailLocalPart && found.IsIndirect);
    }

    [Fact]
    public void No_part_of_an_address_is_a_name_beside_a_name_of_the_text() =>
        ReadBy
            .Steps("Namn: Tove\nmalte.ek@b.se", new EmailExtractor(), new LabelReader(), new EmailLocalParts())
            .Names.Said()
            .ShouldBe("Tove");

    static List<FoundEmail> Read(string text) => ReadBy.Steps(text, new EmailExtractor()).Emails;
}
