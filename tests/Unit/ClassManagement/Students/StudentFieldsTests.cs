using Phase1.ClassManagement.Storage;
using Phase1.ClassManagement.Students;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ClassManagement.Students;

public class StudentFieldsTests
{
    [Theory]
    [InlineData("anna@elev.example", "anna@elev.example")]
    [InlineData(" anna@elev.example; ", "anna@elev.example")]
    [InlineData("mailto:anna@elev.example", "anna@elev.example")]
    [InlineData("Anna Berg <anna@elev.example>", "anna@elev.example")]
    [InlineData("<mailto:anna@elev.example>,", "anna@elev.example")]
    [InlineData("anna\uFF20elev.example", "anna@elev.example")]
    [InlineData("anna\u200B@elev.example", "anna@elev.example")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void An_address_is_kept_alone_and_in_one_form(string? written, string? address) =>
        StudentFields.CleanEmail(written).ShouldBe(address);

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u3164")]
    [InlineData("\uFFA0\u115F\u180E\u2800")]
    [InlineData("\u034F\uFE0F")]
    [InlineData("Anna\uE000")]
    [InlineData("Anna\u0378")]
    [InlineData("An\tna")]
    public void A_name_that_shows_nothing_or_what_nobody_can_read_is_refused(string name)
    {
        var errors = new FieldErrors();
        StudentFields.CheckName(errors, new PersonName(name, "Berg"));

        Should.Throw<ProblemException>(errors.ThrowIfAny).Errors!.Keys.ShouldBe(["person_name.first_name"]);
    }

    [Theory]
    [InlineData("anna@elev.example", true)]
    [InlineData("anna.o'dell+1@elev.example", true)]
    [InlineData("anna", false)]
    [InlineData("@elev.example", false)]
    [InlineData("anna@", false)]
    [InlineData("anna@bo@elev.example", false)]
    [InlineData("anna berg@elev.example", false)]
    [InlineData("anna@elev.example;bo@elev.example", false)]
    [InlineData("anna:b@elev.example", false)]
    [InlineData("<anna@elev.example", false)]
    public void An_address_has_one_at_sign_and_nothing_that_keeps_addresses_apart(string text, bool isAddress) =>
        StudentFields.IsEmail(text).ShouldBe(isAddress);
}
