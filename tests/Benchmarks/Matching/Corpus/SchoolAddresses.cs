namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>The addresses of one school, which all follow one scheme.</summary>
sealed class SchoolAddresses(Dice dice)
{
    readonly HashSet<string> _taken = [];
    readonly int _scheme = dice.Weighted([(50, 0), (25, 1), (15, 2), (10, 3)]);
    readonly string _domain = dice.Pick([
        "elev.norrvik.example",
        "skola.ostby.example",
        "student.fjallbo.example",
        "edu.vasterlund.example",
    ]);

    public string For(string first, string last)
    {
        var (given, surname) = (Local(first), Local(last));
        var local = _scheme switch
        {
            0 => $"{given}.{surname}",
            1 => $"{given[0]}{surname[..Math.Min(2, surname.Length)]}{dice.Between(10000, 99999)}",
            2 => $"{given}{surname[..1]}.{dice.Between(7, 11):00}",
            _ => $"{given}{(dice.Chance(0.5) ? "." : "")}{surname}",
        };
        var host = _scheme == 3 ? "gmail.com" : _domain;
        var address = $"{local}@{host}";
        for (var number = 2; !_taken.Add(address.Replace(".", "", StringComparison.Ordinal)); number++)
        {
            address = $"{local}{number}@{host}";
        }

        return address;
    }

    static string Local(string name) => string.Concat(Plain.Letters(name).Where(char.IsAsciiLetter)) is { Length: > 0 } local ? local : "x";
}
