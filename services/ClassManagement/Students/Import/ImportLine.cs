using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Storage;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>A line of a class list that names a student.</summary>
sealed record ImportLine(int Line, NameLine Name, string? Legal, string? Email)
{
    /// <summary>The line, or what is wrong with it and in which column.</summary>
    internal static (ImportLine? Line, ImportRejection? Rejection) Read(CsvRecord record, ImportColumns columns, AssociationOptions options)
    {
        if (record.BrokenField is { } broken)
        {
            return Rejected(columns.TitleOf(broken), ImportFault.BrokenQuotes);
        }
        if (record.Fields.Skip(columns.Count).Any(field => !string.IsNullOrWhiteSpace(field)))
        {
            return Rejected(null, ImportFault.TooManyFields);
        }
        var (name, fault) = NameOf(record, columns);
        if (name is null)
        {
            return Rejected("name", fault);
        }
        var legal = Field(record, columns, ImportColumn.Legal);
        if (Check(legal, FieldErrors.LegalNameLength) is { } bad)
        {
            return Rejected("legal_full_name", bad);
        }
        var email = StudentFields.CleanEmail(Field(record, columns, ImportColumn.Email));
        return CheckEmail(email, options) is { } wrong
            ? Rejected("email", wrong)
            : (new ImportLine(record.Line, name, StudentFields.Clean(legal), email), null);

        (ImportLine?, ImportRejection?) Rejected(string? column, ImportFault reason) =>
            (null, new ImportRejection(record.Line, column, reason));
    }

    static (NameLine? Name, ImportFault Fault) NameOf(CsvRecord record, ImportColumns columns)
    {
        NameLineFault fault;
        NameLine? name;
        if (columns.Places.ContainsKey(ImportColumn.First))
        {
            name = NameLine.Of(Part(ImportColumn.First), Part(ImportColumn.Last), out fault);
        }
        else
        {
            var isSortable = columns.Places.ContainsKey(ImportColumn.SortableName);
            name = NameLine.Read(Part(isSortable ? ImportColumn.SortableName : ImportColumn.Name), out fault, isSortable);
        }
        return (
            name,
            fault switch
            {
                NameLineFault.Empty => ImportFault.Empty,
                NameLineFault.NotOneComma => ImportFault.NotOneComma,
                NameLineFault.InvalidCharacters => ImportFault.InvalidCharacters,
                NameLineFault.DamagedCharacters => ImportFault.DamagedCharacters,
                NameLineFault.TooLong => ImportFault.TooLong,
                _ => ImportFault.NameIncomplete,
            }
        );

        string Part(ImportColumn column) => Field(record, columns, column);
    }

    static ImportFault? CheckEmail(string? email, AssociationOptions options) =>
        email is null ? null
        : Check(email, FieldErrors.NameLength) is { } bad ? bad
        : !StudentFields.IsEmail(email) ? ImportFault.InvalidEmail
        : StudentFields.IsReserved(email, options) ? ImportFault.ReservedEmail
        : null;

    static ImportFault? Check(string text, int longest) =>
        text.Length > longest ? ImportFault.TooLong
        : FieldErrors.IsDamaged(text) ? ImportFault.DamagedCharacters
        : FieldErrors.HasUnreadable(text) ? ImportFault.InvalidCharacters
        : null;

    static string Field(CsvRecord record, ImportColumns columns, ImportColumn column) =>
        columns.Places.TryGetValue(column, out var index) && index < record.Fields.Count
            ? record.Fields[index].ReplaceLineEndings(" ")
            : "";
}

/// <summary>
/// One line that made no student: where, in which column (what it holds, or its title where it is not known what; null = the line as such), and why.
/// </summary>
sealed record ImportRejection(int Line, string? Column, ImportFault Reason);
