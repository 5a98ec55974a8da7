using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Runs of capitalised words in running text.</summary>
public sealed class CapitalisedRunsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("solen sken", "")]
    [InlineData("Tove", "Tove 1")]
    [InlineData("gick Tove Hallgren hem", "Tove Hallgren 2")]
    [InlineData("Måns af Ekenstam", "Måns af Ekenstam 2")]
    [InlineData("Ana de la Cruz", "Ana de la Cruz 2")]
    [InlineData("af Ekenstam", "Ekenstam 1")]
    [InlineData("Måns af", "Måns 1")]
    [InlineData("Måns af, Ekenstam", "Måns 1|Ekenstam 1")]
    [InlineData("Måns af hem Ekenstam", "Måns 1|Ekenstam 1")]
    [InlineData("Tove (Hallgren", "Tove 1|Hallgren 1")]
    [InlineData("(Tove Hallgren) Bo", "Tove Hallgren 2|Bo 1")]
    [InlineData("\"Tove\" \"Bo", "Tove 1|Bo 1")]
    [InlineData("Tove: Bo? Ek! Lo; Al", "Tove 1|Bo 1|Ek 1|Lo 1|Al 1")]
    [InlineData("Tove , Bo", "Tove 1|Bo 1")]
    [InlineData("Tove  Bo", "Tove 1|Bo 1")]
    [InlineData("T. J.R. Hallgren.", "T. J.R. Hallgren 3")]
    [InlineData("Tove i Hallgren", "Tove 1|Hallgren 1")]
    [InlineData("Tove 12 Hallgren", "Tove 1|Hallgren 1")]
    [InlineData("'Tove O'Dell'", "Tove O'Dell 2")]
    public void A_run_ends_at_punctuation_and_at_any_word_but_a_particle(string text, string runs) =>
        string.Join('|', CapitalisedRuns.Of(text).Select(run => $"{text[run.Start..run.End]} {run.Words}")).ShouldBe(runs);
}
