namespace Phase1.ClassManagement.Students.Import;

/// <summary>One record of a CSV file: where it begins (lines count from 1) and its fields.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Fields">The fields, without quotes and outer blanks.</param>
/// <param name="BrokenField">The first field whose quotes are broken, counted from 0; null where none is.</param>
sealed record CsvRecord(int Line, IReadOnlyList<string> Fields, int? BrokenField = null)
{
    internal bool IsBlank => BrokenField is null && Fields.All(string.IsNullOrWhiteSpace);
}
