namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>What surrounds the name: date, class, course, title and teacher.</summary>
sealed class PageMaker(Dice dice, NamePool pool)
{
    readonly string _classCode = dice.Pick(["NV26B", "9C", "TE25", "SA24A", "EK25C", "8B", "ES26", "BA25D"]);
    readonly bool _isSwedish = dice.Chance(0.6);
    readonly string _teacher = $"{dice.Pick(pool.Swedish.Given)} {dice.Pick(pool.Swedish.Surnames)}";

    public bool IsSwedish => _isSwedish;

    public Page Make(string name, string? address, Student classmate) =>
        new(
            dice,
            _isSwedish,
            name,
            address,
            Date(),
            _classCode,
            _isSwedish ? dice.Pick(["Sv 2", "Svenska 1", "SV3", "Svenska 3"]) : dice.Pick(["Eng 6", "ENG5", "Engelska 7", "English 6"]),
            dice.Pick(_isSwedish ? Titles.Swedish : Titles.English),
            _teacher,
            $"{Plain.Letters(_teacher)}@norrvik.example",
            dice.Between(100, 900),
            classmate
        );

    string Date()
    {
        var date = new DateOnly(2026, 1, 7).AddDays(dice.Next(330));
        return dice.Next(9) switch
        {
            0 => $"{date.Day}/{date.Month} {date.Year}",
            1 => $"{date.Day}.{date.Month}.{date:yy}",
            2 => $"{date:yyMMdd}",
            3 => $"{date.Day} {SwedishMonths[date.Month - 1]} {date.Year}",
            4 => $"{date:MMM d, yyyy}",
            5 => $"{date:d MMMM yyyy}",
            6 => $"{date:dd/MM/yyyy}",
            _ => $"{date:yyyy-MM-dd}",
        };
    }

    static readonly string[] SwedishMonths =
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
}
