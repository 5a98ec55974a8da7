using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Phrases that open a line, and what follows them.</summary>
public sealed class KeywordsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("student", 7)]
    [InlineData("STUDENT name", 12)]
    [InlineData("Student names", 7)]
    [InlineData("student:", 7)]
    [InlineData("students", 0)]
    [InlineData("student1", 0)]
    [InlineData("stud", 0)]
    [InlineData("x student", 0)]
    [InlineData("Ämne", 4)]
    public void The_longest_phrase_counts_that_opens_the_line_as_whole_words(string line, int length) =>
        Phrases().Opening(line).ShouldBe(length);

    [Theory]
    [InlineData("Student: Tove", "Tove")]
    [InlineData("Student :Tove ", "Tove")]
    [InlineData("Student=Tove", "Tove")]
    [InlineData("Student - Tove", "Tove")]
    [InlineData("Student:", "")]
    [InlineData("Student -", "")]
    [InlineData("Student:-Tove", "-Tove")]
    public void The_value_stands_behind_the_separator(string line, string value)
    {
        Phrases().TryValue(line, ":=-", out var found).ShouldBeTrue();
        found.ToString().ShouldBe(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Student")]
    [InlineData("Student ")]
    [InlineData("Student Tove")]
    [InlineData("Student-Tove")]
    [InlineData("Student -Tove")]
    [InlineData("Student- Tove")]
    [InlineData("Tove: x")]
    public void Without_a_separator_there_is_no_value(string line)
    {
        Phrases().TryValue(line, ":=-", out var found).ShouldBeFalse();
        found.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_separators_asked_for_count()
    {
        Phrases().TryValue("Student=Tove", ":", out _).ShouldBeFalse();
        Phrases().TryValue("Student - Tove", ":=", out _).ShouldBeFalse();
    }

    static Keywords Phrases() => new("student", "student name", "ämne");
}
