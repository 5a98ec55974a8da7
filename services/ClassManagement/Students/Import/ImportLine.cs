using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Storage;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>A line of a class list that names a student.</summary>
sealed record ImportLine(int Line, NameLine Name, string? Legal, string? Email)
{
    /// <summary>The line, or what is wrong with it and in which column.</summary>
    internal static (ImportLine? Line, ImportRejection? Rejection) Read(CsvRecord record, ImportColumns columns, AssociationOptions options)
    {
        if (record.Fault is { } broken)
        {
            return Rejected(null, broken);
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
        var legal = StudentFields.Clean(Field(record, columns.Legal));
        if (Check(legal, FieldErrors.LegalNameLength) is { } bad)
        {
            return Rejected("legal_full_name", bad);
        }
        var email = StudentFields.Clean(Field(record, columns.Email));
        return CheckEmail(email, options) is { } wrong ? Rejected("email", wrong) : (new ImportLine(record.Line, name, legal, email), null);

        (ImportLine?, ImportRejection?) Rejected(string? column, ImportFault reason) =>
            (null, new ImportRejection(record.Line, column, reason));
    }

    static (NameLine? Name, ImportFault Fault) NameOf(CsvRecord record, ImportColumns columns)
    {
        NameLineFault fault;
        NameLine? name;
        if (columns.First is { } first && columns.Last is { } last)
        {
            name = NameLine.Of(FieldErrors.Clean(Field(record, first)), FieldErrors.Clean(Field(record, last)), out fault);
        }
        else
        {
            name = NameLine.Read(FieldErrors.Clean(Field(record, columns.Name)), out fault);
        }
        return (
            name,
            fault switch
            {
                NameLineFault.Empty => ImportFault.Empty,
                NameLineFault.NotOneComma => ImportFault.NotOneComma,
                NameLineFault.InvalidCharacters => ImportFault.InvalidCharacters,
                NameLineFault.TooLong => ImportFault.TooLong,
                _ => ImportFault.NameIncomplete,
            }
        );
    }

    static ImportFault? CheckEmail(string? email, AssociationOptions options) =>
        email is null ? null
        : Check(email, FieldErrors.NameLength) is { } bad ? bad
        : !StudentFields.IsEmail(email) ? ImportFault.InvalidEmail
        : StudentFields.IsReserved(email, options) ? ImportFault.ReservedEmail
        : null;

    static ImportFault? Check(string? text, int longest) =>
        text is null ? null
        : text.Length > longest ? ImportFault.TooLong
        : text.Any(char.IsControl) ? ImportFault.InvalidCharacters
        : null;

    static string Field(CsvRecord record, int? column) => column is { } index && index < record.Fields.Count ? record.Fields[index] : "";
}

/// <summary>One line that made no student: where, in which column (null = the line as such), and why.</summary>
sealed record ImportRejection(int Line, string? Column, ImportFault Reason);
