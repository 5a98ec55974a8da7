using System.Globalization;
using Phase1.Demo.Samples;
using Phase1.Events;

namespace Phase1.Load.Teaching;

/// <summary>A class and its essays, written to a folder that goes with it: plain texts that begin with their author's name, as exams do.</summary>
sealed class ClassSamples : IDisposable
{
    const string Regular = "REGULAR";
    const string Guest = "GUEST";

    static readonly string[] FirstNames = ["Alva", "Bosse", "Cilla", "David", "Elin", "Farid", "Greta", "Hugo", "Ida", "Jonas"];
    static readonly string[] LastNames = ["Almroth", "Bergdahl", "Cronvall", "Dahlfors", "Ekwall"];

    // About 300 words, as a short essay has.
    static readonly string Essay = string.Join(
        "\n\n",
        Enumerable.Repeat(
            "Det regnade hela dagen, och när kvällen kom satt vi kvar vid fönstret och talade om sommaren vid sjön. Ingen av oss visste då att "
                + "huset skulle säljas, och kanske var det bäst så. När jag tänker tillbaka är det ljudet av vattnet jag minns, och doften av "
                + "tjära från bryggan. Vi lovade varandra att komma tillbaka, som man gör när man är ung och allt ännu ligger framför en.",
            4
        )
    );

    readonly string _folder = Directory.CreateTempSubdirectory("phase1-load-").FullName;

    /// <param name="essays">How many students the class has; each hands in one essay a batch.</param>
    /// <param name="unreadable">Of how many of them a second copy has a header whose letters were misread.</param>
    internal ClassSamples(int essays, int unreadable = 0)
    {
        var students = Enumerable
            .Range(0, essays)
            .Select(i => (First: FirstNames[i % 10], Last: LastNames[i / 10 % 5]))
            .Select(name => new SampleStudent($"{name.First} {name.Last}", name.First, name.Last, null, null))
            .ToList();
        // The files' names say nothing of it: the text does.
        var files = students.Select((student, i) => new SampleFile($"essay-{i:00}.txt", student.Key, "high")).ToList();
        foreach (var (number, file) in files.Index())
        {
            // No two are the same, also where two pupils are called the same: the same file twice is refused.
            var text = string.Create(CultureInfo.InvariantCulture, $"{NameOf(file)} 2026-02-11\n\n{Essay}\n({number})\n");
            File.WriteAllText(Path.Combine(_folder, file.File), text);
        }
        List<SampleFile> misread =
        [
            .. files.Take(unreadable).Select((file, i) => file with { File = $"misread-{i:00}.txt", Expected = "low" }),
        ];
        foreach (var (number, file) in misread.Index())
        {
            File.WriteAllText(
                Path.Combine(_folder, file.File),
                string.Create(CultureInfo.InvariantCulture, $"Uppsats\n{Misread(NameOf(file))}\n\n{Essay}\n(misread {number})\n")
            );
        }
        var course = WireEnum.Name(CourseCode.Sv2);
        Data = new SampleData(_folder, new SampleClass("Load", course, students), []);
        WithClass = new SampleBatch("regular", Regular, course, "", files);
        Unreadable = new SampleBatch("unreadable", Regular, course, "", [.. misread, .. files.Skip(unreadable)]);
        Names = [.. students.SelectMany(student => new[] { student.FirstName, student.LastName }).Distinct()];
        WithoutClass = new SampleBatch("guest", Guest, course, "", files);
    }

    internal SampleData Data { get; }

    /// <summary>The author's first and last name.</summary>
    internal static string NameOf(SampleFile file) => file.Student!;

    /// <summary>The essays as a REGULAR batch.</summary>
    internal SampleBatch WithClass { get; }

    /// <summary>The same, where some headers cannot be read by rules.</summary>
    internal SampleBatch Unreadable { get; }

    /// <summary>All names of the class, word by word.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>The same as a GUEST batch.</summary>
    internal SampleBatch WithoutClass { get; }

    // As a scanner does.
    static string Misread(string name) => name.Replace('l', '1').Replace('o', '0').Replace('i', '1').Replace('e', '3').Replace('a', '4');

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
