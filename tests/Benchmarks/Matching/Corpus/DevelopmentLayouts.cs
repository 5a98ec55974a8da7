namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>The layouts of the family that the matcher may be developed with.</summary>
static class DevelopmentLayouts
{
    public static readonly IReadOnlyList<Layout> All =
    [
        new(
            20,
            "exam.net",
            p =>
                $"{p.Name} {p.Date}\n{p.In("Prov", "Exam")}: {p.Course}\n{p.In("Antal ord", "Word count")}: {p.Words}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(6, "code, date, name", p => $"{p.ClassCode} {p.Date} {p.Name}\n{p.AddressLine}{p.Title}\n"),
        new(
            12,
            "labels",
            p =>
                $"{p.In("Namn", "Name")}: {p.Name}\n{p.In("Klass", "Class")}: {p.ClassCode}\n{p.In("Datum", "Date")}: {p.Date}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(
            6,
            "labels with the teacher first",
            p =>
                $"{p.In("Lärare", "Teacher")}: {p.Teacher}, {p.TeacherAddress}\n{p.In("Elevens namn", "Student name")}: {p.Name}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(10, "name above the title", p => $"{p.Name}\n{p.AddressLine}{p.Title}\n"),
        new(8, "title above the name", p => $"{p.Title}\n{p.Name}\n{p.AddressLine}"),
        new(5, "title, then author label", p => $"{p.Title}\n{p.In("Skriven av", "Written by")}: {p.Name}\n{p.AddressLine}"),
        new(5, "title, then by-line", p => $"{p.Title}\n{p.In("Av", "By")} {p.Name}\n{p.AddressLine}\n"),
        new(4, "name and code", p => $"{p.Name}, {p.ClassCode}\n{p.AddressLine}\n{p.Title}\n"),
        new(4, "name, code, date in one line", p => $"{p.Name} - {p.ClassCode} - {p.Date}\n{p.AddressLine}{p.Title}\n"),
        new(
            6,
            "table of a Word file",
            p =>
                $"{p.In("Namn", "Name")}:\t{p.Name}\t{p.In("Klass", "Class")}: {p.ClassCode}\n{p.In("Kurs", "Course")}:\t{p.Course}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(
            4,
            "label and value on two lines",
            p => $"{p.In("Elev", "Student")}:\n{p.Name}\n{p.In("Datum", "Date")}:\n{p.Date}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(4, "MLA", p => $"{p.Name}\n{p.In("Lärare", "Instructor")}: {p.Teacher}\n{p.Course}\n{p.Date}\n{p.AddressLine}\n{p.Title}\n"),
        new(3, "name with its address", p => $"{p.Name} {(p.Address is null ? "" : $"<{p.Address}>")}\n{p.Title}\n"),
        new(3, "course, then name", p => $"{p.Course}, {p.ClassCode}\n{p.Name}\n{p.Date}\n{p.AddressLine}\n{p.Title}\n"),
        new(
            4,
            "mail with an addressee",
            p =>
                $"{p.In("Från", "From")}: {p.Sender}\n{p.In("Till", "To")}: {p.Addressee}\n{p.In("Ämne", "Subject")}: {p.Title}\n\n{p.In("Hej", "Dear")} {p.Classmate.First},\n"
        ),
        new(
            4,
            "table with a reviewer",
            p =>
                $"{p.In("Namn", "Name")}\t{p.Name}\n{p.In("Kamratgranskare", "Peer reviewer")}\t{p.Classmate.Name}\n{p.In("Klass", "Class")}\t{p.ClassCode}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(
            3,
            "reviewer below the name",
            p => $"{p.Name} {p.Date}\n{p.In("Granskad av", "Reviewed by")} {p.Classmate.Name}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(
            3,
            "letter with labels above",
            p =>
                $"{p.In("Från elev", "From the student")}\n{p.In("Elev", "Student")}: {p.Name}\n{p.AddressLine}\n{p.In("Hej", "Dear")} {p.Teacher},\n"
        ),
    ];
}
