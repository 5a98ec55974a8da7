using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>A line without its addresses.</summary>
public sealed class AddressEraserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Tove <3 mailto: x", "Tove <3 mailto: x")]
    [InlineData("a@b.se", "______")]
    [InlineData("Tove <a@b.se> Ek", "Tove ________ Ek")]
    [InlineData("Tove <MAILTO:a@b.se>, c@d.se.", "Tove _______________, ______.")]
    [InlineData("xmailto:a@b.se", "x_____________")]
    [InlineData("mailto a@b.se", "mailto ______")]
    public void Blanks_take_the_place_of_addresses_and_of_their_brackets(string line, string erased) =>
        AddressEraser.Erase(line).ToString().ShouldBe(erased.Replace('_', ' '));
}
