using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>A row of a table is one statement, left to right.</summary>
public sealed class TableRowTests
{
    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("Namn\tTove", "Namn: Tove")]
    [InlineData("Namn:\tTove\tKlass\t9C", "Namn: Tove\nKlass: 9C")]
    [InlineData("9C\tNamn\tTove\t2026", "9C\nNamn: Tove\n2026")]
    [InlineData("Granne:\tTove", "Granne: Tove")]
    [InlineData("Tove\tEk", "Tove\tEk")]
    [InlineData("Namn\tLärare\nTove\tBo\nx\ty", "Namn: Tove\nLärare: Bo\nx\ty")]
    [InlineData("Läskompis\tKlass\nTove\t9C", "Läskompis: Tove\nKlass: 9C")]
    [InlineData("2026\tKlass\nTove\t9C", "2026\tKlass\nTove\t9C")]
    [InlineData("Namn\tLärare\nTove", "Namn\tLärare\nTove")]
    [InlineData("Namn\tLärare\nKlass\tDatum", "Namn\tLärare\nKlass\tDatum")]
    public void Labels_and_values_in_cells_are_statements(string text, string statements) =>
        TableRows.AsStatements(text).ShouldBe(statements);

    [Theory]
    [InlineData("Namn\tTove Hallgren\nLärare\tMalin Nyqvist", "p01 0.95 + name_exact")]
    [InlineData("Lärare\tMalin Nyqvist\nNamn\tTove Hallgren", "p01 0.95 + name_exact")]
    [InlineData("Namn\tTove Hallgren\tOpponent\tMalin Nyqvist", "p01 0.95 + name_exact")]
    [InlineData("Förnamn\tEfternamn\nTove\tHallgren", "p01 0.95 + name_exact")]
    [InlineData("Tove\tHallgren\t2026-02-11", "p01 0.95 + name_exact")]
    [InlineData("Tove\tHallgren", "p01 0.95 + name_exact")]
    [InlineData("Tove Hallgren\tNV26B\t2026-02-11", "p01 0.95 + name_exact")]
    [InlineData("NV26B\tTove Hallgren", "p01 0.95 + name_exact")]
    [InlineData("Min läskompis\tTove Hallgren\t2026-02-11", null)]
    public void The_writer_stands_in_the_row_of_the_writers_label(string rows, string? suggestion) =>
        ClassNv26b.Match(rows + "\n\nIt rained.").Suggestions.Select(first => first.Describe()).FirstOrDefault().ShouldBe(suggestion);
}
