namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>How students write their own names.</summary>
static class NameWriting
{
    /// <summary>The full name, in a way that leaves no doubt.</summary>
    public static string Clearly(Student student, Dice dice) =>
        dice.Next(100) switch
        {
            < 62 => student.Name,
            < 76 => $"{student.Last}, {student.First}",
            < 80 => $"{student.Last} {student.First}",
            < 86 => student.Legal ?? student.Name,
            < 90 => Plain.Write(student.Name),
            < 94 => student.Name.ToUpperInvariant(),
            < 97 => student.Name.ToLowerInvariant(),
            < 98 => student.Name.Replace('-', ' '),
            _ => WithMiddleInitials(student),
        };

    /// <summary>A form that leaves a part out.</summary>
    public static string Partly(Student student, Dice dice)
    {
        var surname = student.Last.Split(' ', '-');
        var given = student.First.Split(' ', '-');
        return dice.Next(4) switch
        {
            0 => $"{student.First[0]}. {student.Last}",
            1 => $"{student.First} {student.Last.Split(' ')[^1][0]}.",
            2 => $"{student.First} {surname[^1]}",
            _ => $"{given[0]} {student.Last}",
        };
    }

    /// <summary>One slip of the pen.</summary>
    public static string WithSlip(string name, Dice dice)
    {
        var at = dice.Between(1, name.Length - 2);
        return dice.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            2 => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
            _ => name[..at] + (char)('a' + dice.Next(26)) + name[(at + 1)..],
        };
    }

    /// <summary>What character recognition makes of a name.</summary>
    public static string Scanned(string name, Dice dice)
    {
        var (read, misread) = dice.Pick(Confusions);
        return name.Replace(read, misread, StringComparison.Ordinal);
    }

    static readonly (string Read, string Misread)[] Confusions =
    [
        ("m", "rn"),
        ("l", "1"),
        ("o", "0"),
        ("rn", "m"),
        ("å", "a"),
        ("ö", "o"),
        ("ä", "a"),
        ("e", "c"),
        ("i", "l"),
        ("ll", "II"),
        ("s", "5"),
        ("v", "y"),
        ("nd", "ncl"),
    ];

    static string WithMiddleInitials(Student student)
    {
        var further = (student.Legal ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !student.Name.Contains(word, StringComparison.Ordinal) && char.IsUpper(word[0]))
            .Select(word => $"{word[0]}. ");
        return $"{student.First} {string.Concat(further)}{student.Last}";
    }
}
