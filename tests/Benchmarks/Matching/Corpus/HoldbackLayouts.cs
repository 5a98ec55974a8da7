namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>The layouts of the family that is held back for the final check.</summary>
static class HoldbackLayouts
{
    public static readonly IReadOnlyList<Layout> All =
    [
        new(10, "date above the name", p => $"{p.Date}\n{p.Name}\n{p.AddressLine}\n{p.Title}\n"),
        new(12, "author label with a dash", p => $"{p.In("Elev", "Student")} - {p.Name}\n{p.AddressLine}\n{p.Title}\n"),
        new(
            12,
            "labels with equals signs",
            p => $"{p.In("KLASS", "CLASS")}: {p.ClassCode}\n{p.In("NAMN", "NAME")} = {p.Name}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(10, "name and date with a comma", p => $"{p.Name}, {p.Date}\n{p.AddressLine}{p.Title}\n"),
        new(8, "course, date, name", p => $"{p.Course} {p.Date} {p.Name}\n{p.AddressLine}\n{p.Title}\n"),
        new(8, "code and date, then the name", p => $"{p.ClassCode} | {p.Date}\n{p.Name}\n{p.AddressLine}\n{p.Title}\n"),
        new(
            8,
            "submission form",
            p =>
                $"{p.In("Uppgift", "Title")}: {p.Title}\n{p.In("Inlämnad av", "Submitted by")}: {p.Name} ({p.ClassCode})\n{p.In("Handledare", "Supervisor")}: {p.Teacher}\n{p.AddressLine}\n"
        ),
        new(
            6,
            "author label, word count below",
            p => $"{p.In("Författare", "Author")}: {p.Name}\n{p.Words} {p.In("ord", "words")}\n{p.AddressLine}\n"
        ),
        new(
            6,
            "teacher without a colon",
            p => $"{p.Name}\n{p.In("Undervisande lärare", "Examiner")} {p.Teacher}\n{p.Date}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(6, "title, name and code", p => $"{p.Title}\n\n{p.Name} {p.ClassCode}\n{p.AddressLine}\n"),
        new(4, "blank lines first", p => $"\n\n\n{p.Name}\n\n\n{p.Title}\n{p.AddressLine}\n"),
        new(
            4,
            "contact line",
            p => $"{p.Name}\n{p.In("Kontakt", "E-mail")}: {p.Address ?? "-"}\n{p.In("Skola", "School")}: Norrvik\n\n{p.Title}\n"
        ),
        new(3, "name, time of day", p => $"{p.Name} kl {10 + (p.Words % 5)}:{10 + (p.Words % 50)} {p.Date}\n{p.AddressLine}{p.Title}\n"),
        new(
            4,
            "mail with copies",
            p =>
                $"{p.In("Kopia", "Cc")}: {p.Addressee}\n{p.In("Avsändare", "Sender")}: {p.Sender}\n{p.In("Svara till", "Reply-To")}: {p.Addressee}\n\n{p.Title}\n"
        ),
        new(
            4,
            "table with a row of headings",
            p =>
                $"{p.In("Elev", "Student")}\tOpponent\t{p.In("Klass", "Class")}\n{p.Name}\t{p.Classmate.Name}\t{p.ClassCode}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(
            3,
            "reader and guardian",
            p =>
                $"{p.In("Läst av", "Read by")}: {p.Addressee}\n{p.Name}\n{p.In("Vårdnadshavare", "Guardian")}: {p.Classmate.Name}\n{p.AddressLine}\n{p.Title}\n"
        ),
        new(3, "full name label", p => $"{p.Date}\n{p.In("Elevnamn", "Full name")}: {p.Name}, {p.ClassCode}\n{p.AddressLine}\n{p.Title}\n"),
    ];
}
