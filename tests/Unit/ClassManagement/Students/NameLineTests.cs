using Phase1.ClassManagement.Students;

namespace Phase1.Unit.Tests.ClassManagement.Students;

public class NameLineTests
{
    [Theory]
    [InlineData("Anna Svensson", "Anna", "Svensson")]
    [InlineData("Svensson, Anna", "Anna", "Svensson")]
    [InlineData("  Svensson ,  Anna   Maria ", "Anna Maria", "Svensson")]
    [InlineData("Anna Maria Svensson", "Anna Maria", "Svensson")]
    [InlineData("Carl von Linné", "Carl", "von Linné")]
    [InlineData("Maria de la Cruz", "Maria", "de la Cruz")]
    [InlineData("Ben Svensson", "Ben", "Svensson")]
    [InlineData("Anna Öberg-Åkesson", "Anna", "Öberg-Åkesson")]
    [InlineData("Sinéad\tO'Brien", "Sinéad", "O'Brien")]
    [InlineData("von Linné, Carl", "Carl", "von Linné")]
    public void A_line_gives_first_and_last_name(string line, string first, string last)
    {
        NameLine.Read(line, out var fault).ShouldBe(new NameLine(first, last));
        fault.ShouldBe(NameLineFault.None);
    }

    [Theory]
    [InlineData("Holm Lea", "Lea", "Holm")]
    [InlineData("Holm, Lea", "Lea", "Holm")]
    [InlineData("Holm Lea Maria", "Lea Maria", "Holm")]
    [InlineData("von Linné Carl", "Carl", "von Linné")]
    [InlineData("de la Cruz Maria", "Maria", "de la Cruz")]
    [InlineData("Van Lea", "Lea", "Van")]
    public void Where_the_surname_comes_first_it_is_the_first_word_with_its_particles(string line, string first, string last) =>
        NameLine.Read(line, out _, isSurnameFirst: true).ShouldBe(new NameLine(first, last));

    [Theory]
    [InlineData("", NameLineFault.Empty)]
    [InlineData("\u3164", NameLineFault.Empty)]
    [InlineData("Svensson, \uFE0F", NameLineFault.NameIncomplete)]
    [InlineData("An\uE000na Svensson", NameLineFault.InvalidCharacters)]
    [InlineData("\u001B$BH~:i\u001B(B Svensson", NameLineFault.InvalidCharacters)]
    [InlineData("Bj\u0094rn Svensson", NameLineFault.InvalidCharacters)]
    [InlineData("¨v ± Svensson", NameLineFault.InvalidCharacters)]
    [InlineData("æ€Ï”– Svensson", NameLineFault.InvalidCharacters)]
    [InlineData("   ", NameLineFault.Empty)]
    [InlineData("Svensson", NameLineFault.NameIncomplete)]
    [InlineData("Svensson,", NameLineFault.NameIncomplete)]
    [InlineData(", Anna", NameLineFault.NameIncomplete)]
    [InlineData("Svensson, Anna, 9A", NameLineFault.InvalidCharacters)]
    [InlineData("Svensson, Anna, Maria", NameLineFault.NotOneComma)]
    [InlineData("Anna anna@skola.se", NameLineFault.InvalidCharacters)]
    [InlineData("=Anna Svensson", NameLineFault.InvalidCharacters)]
    [InlineData("Anna\0 Svensson", NameLineFault.InvalidCharacters)]
    [InlineData("Bj\uFFFDrn Svensson", NameLineFault.DamagedCharacters)]
    [InlineData("Svensson, \uFFFDke", NameLineFault.DamagedCharacters)]
    public void A_line_that_is_no_whole_name_says_why(string line, object fault)
    {
        NameLine.Read(line, out var found).ShouldBeNull();
        found.ShouldBe((NameLineFault)fault);
    }

    [Fact]
    public void A_name_longer_than_the_column_is_refused()
    {
        NameLine.Read("Anna " + new string('x', 256), out var fault).ShouldBeNull();
        fault.ShouldBe(NameLineFault.TooLong);
    }
}
