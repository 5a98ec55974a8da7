namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Titles of essays, some of which look much like names.</summary>
static class Titles
{
    public static readonly IReadOnlyList<string> Swedish =
    [
        "En regnig höst",
        "Mitt liv om tio år",
        "Framtidens skola",
        "Bokrecension",
        "Sverige Idag",
        "Skärmtid och sömn",
        "Ett brev till mig själv",
        "Stora Drömmar",
        "Vildanden Flyger",
        "Krönika",
        "Ensam hemma",
        "Kamp mot klockan",
        "Orvar Stjernfält",
        "Natt Över Staden",
        "Argumenterande text",
        "Uppsats: Ungas röster",
        "Vem bestämmer?",
    ];

    public static readonly IReadOnlyList<string> English =
    [
        "My Bridge to Everywhere",
        "Social Media",
        "The Old House",
        "Silent Spring Revisited",
        "Climate Change Now",
        "Growing Up",
        "Dreams and Reality",
        "Book Review",
        "Lady Marrowby",
        "A Day to Remember",
        "School Uniforms",
        "Essay 2",
        "Hidden Figures",
        "Final Draft",
        "Should phones be banned?",
        "Broken Wings",
    ];
}
