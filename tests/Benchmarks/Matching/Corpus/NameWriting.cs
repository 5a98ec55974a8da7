namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>How pupils write their own names.</summary>
static class NameWriting
{
    /// <summary>The full name, in a way that leaves no doubt.</summary>
    public static string Clearly(Pupil pupil, Dice dice) =>
        dice.Next(100) switch
        {
            < 62 => pupil.Name,
            < 76 => $"{pupil.Last}, {pupil.First}",
            < 80 => $"{pupil.Last} {pupil.First}",
            < 86 => pupil.Legal ?? pupil.Name,
            < 90 => Plain.Write(pupil.Name),
            < 94 => pupil.Name.ToUpperInvariant(),
            < 97 => pupil.Name.ToLowerInvariant(),
            < 98 => pupil.Name.Replace('-', ' '),
            _ => WithMiddleInitials(pupil),
        };

    /// <summary>A form that leaves a part out.</summary>
    public static string Partly(Pupil pupil, Dice dice)
    {
        var surname = pupil.Last.Split(' ', '-');
        var given = pupil.First.Split(' ', '-');
        return dice.Next(4) switch
        {
            0 => $"{pupil.First[0]}. {pupil.Last}",
            1 => $"{pupil.First} {pupil.Last.Split(' ')[^1][0]}.",
            2 => $"{pupil.First} {surname[^1]}",
            _ => $"{given[0]} {pupil.Last}",
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

    static string WithMiddleInitials(Pupil pupil)
    {
        var further = (pupil.Legal ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !pupil.Name.Contains(word, StringComparison.Ordinal) && char.IsUpper(word[0]))
            .Select(word => $"{word[0]}. ");
        return $"{pupil.First} {string.Concat(further)}{pupil.Last}";
    }
}
