using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string ImportList => "Import a class list";
    public string AddStudent => "Add a student";
    public string Edit => "Edit";
    public string Back => "Back";
    public string TheClass => "The class";
    public string DeleteClass => "Delete the class";
    public string DeleteClassMeaning => "Its students stay in their other classes. This cannot be undone.";
    public string FirstName => "First name";
    public string LastName => "Surname";
    public string NamesMissing => "A student has a first name and a surname of at most 255 characters.";
    public string EmailRefused => "This is no address, or another of your students has it.";
    public string PastedList => "The list";
    public string PastedListHint =>
        "Paste cells of a spreadsheet with their column titles (name, or first name and surname; legal name and e-mail if you like), or one name a line. At most 200 lines.";
    public string ListFile => "Or a file (.csv, .txt)";
    public string Preview => "Look at it";
    public string LookAgain => "Look again at the lines that I have put right";
    public string HeaderUnknown =>
        "The first line must name the columns: name, or first name and surname. E-mail and legal name are optional.";
    public string ListUnreadable => "This is no list of 1 to 200 lines. Save a workbook as CSV first.";
    public string EncodingUnknown => "The letters of this file cannot be read for certain. Save it as CSV in UTF-8.";
    public string RosterChanged => "The class has changed since you looked. Nothing was added; look at the list again.";
    public string IgnoredColumns => "Columns that are not read:";
    public string LineNumber => "Line";
    public string WhatHappens => "What happens";

    public string EditStudent(string name) => $"Edit {name}";

    public string PutRight(int line) => $"Put line {line} right";

    public string PreviewCounts(int created, int enrolled, int existing, int bad) =>
        $"{created} new, {enrolled} known by e-mail, {existing} in the class already, {bad} that cannot be read";

    public string AddCount(int students) => $"Add {StudentCount(students)}";

    public string LineOutcome(RosterLineDocument line) =>
        line.Outcome switch
        {
            "created" => "new",
            "enrolled" => "known by e-mail, comes into the class",
            "existing" => "in the class already",
            _ => line.Column is { } column ? $"{ColumnName(column)}: {LineFault(line.Reason)}" : LineFault(line.Reason),
        };

    static string ColumnName(string column) =>
        column switch
        {
            "name" => "name",
            "email" => "e-mail",
            "legal_full_name" => "legal name",
            _ => column,
        };

    static string LineFault(string? reason) =>
        reason switch
        {
            "broken_quotes" => "a quotation mark is missing",
            "too_many_fields" => "there are more cells than columns",
            "empty" => "it is empty",
            "name_incomplete" => "first name or surname is missing",
            "not_one_comma" => "there is more than one comma",
            "too_long" => "it is too long",
            "damaged_characters" => "a letter has been lost; type it anew",
            "invalid_email" => "this is no address",
            "reserved_email" => "this address cannot be used",
            "email_taken" => "another of your students has this address",
            _ => "it holds characters that do not belong there",
        };
}
