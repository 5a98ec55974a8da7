using System.Text;

namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Bodies of essays: invented sentences in which books, their people and classmates are named.</summary>
sealed class BodyText(Dice dice, IReadOnlyList<Student> students)
{
    public string Write(bool isSwedish)
    {
        var characters = dice.Between(600, 5_500);
        StringBuilder text = new(characters + 200);
        var style = dice.Weighted([(80, 0), (14, 1), (6, 2)]);
        while (text.Length < characters)
        {
            text.Append(Paragraph(isSwedish, style)).Append("\n\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>As many lines, each a sentence.</summary>
    public string Lines(bool isSwedish, int count) => string.Join('\n', Enumerable.Range(0, count).Select(_ => Sentence(isSwedish)));

    string Paragraph(bool isSwedish, int style)
    {
        var sentences = Enumerable.Range(0, dice.Between(3, 8)).Select(_ => Sentence(isSwedish));
        return style switch
        {
            0 => string.Join(' ', sentences),
            // Lines broken by the page, as in text taken from a .pdf file.
            1 => Wrap(string.Join(' ', sentences), 70),
            // A dialogue: one line a sentence.
            _ => string.Join('\n', sentences.Select(sentence => $"– {sentence}")),
        };
    }

    string Sentence(bool isSwedish) =>
        dice.Pick(isSwedish ? Swedish : English)
            .Replace("{someone}", Someone(), StringComparison.Ordinal)
            .Replace("{number}", dice.Between(2, 90).ToString(), StringComparison.Ordinal);

    string Someone() => dice.Chance(0.25) ? dice.Pick(students).Name : dice.Pick(Fictions);

    static string Wrap(string text, int width)
    {
        StringBuilder wrapped = new(text.Length + 16);
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            var breaks = column > 0 && column + word.Length > width;
            wrapped
                .Append(
                    column == 0 ? ""
                    : breaks ? "\n"
                    : " "
                )
                .Append(word);
            column = breaks ? word.Length : column + word.Length + 1;
        }

        return wrapped.ToString();
    }

    static readonly string[] Fictions =
    [
        "Orvar Stjernfält",
        "Elvira Månblad",
        "Captain Thornwick",
        "Lady Marrowby",
        "doktor Glasberg",
        "Tiberius Quill",
    ];

    static readonly string[] Swedish =
    [
        "Det var en regnig morgon när vi gick längs ån och pratade om framtiden.",
        "I boken möter vi {someone}, som växer upp i en liten stad vid kusten.",
        "Min kompis {someone} tycker att skolan borde börja senare på dagen.",
        "För det första menar jag att alla elever har rätt till en lugn studiemiljö.",
        "Enligt en undersökning tycker {number} procent att läxor är stressande.",
        "Författaren {someone} använder många bilder från naturen.",
        "Jag håller inte med, eftersom argumenten är svaga och saknar källor.",
        "Huvudpersonen förändras mycket under berättelsens gång.",
        "När solen gick ner bakom bergen förstod hon äntligen vad han hade menat.",
        "Sammanfattningsvis visar exemplen att frågan är svårare än den ser ut.",
        "Å andra sidan finns det skäl att tvivla på om det verkligen hjälper.",
        "”Kom nu!” ropade {someone} och sprang före oss ut i snön.",
        "Det påminner om en händelse som {someone} berättade om i klassen.",
        "Texten riktar sig till unga läsare och har en enkel stil.",
    ];

    static readonly string[] English =
    [
        "It was a cold evening and the streets were almost empty.",
        "The main character, {someone}, has to choose between family and freedom.",
        "In my opinion, schools should teach more about money and everyday life.",
        "According to a survey, {number} percent of teenagers sleep too little.",
        "My friend {someone} says that nobody reads newspapers any more.",
        "The author {someone} uses short sentences to create tension.",
        "On the other hand, there are good reasons to doubt this claim.",
        "We walked along the river until the lights of the town disappeared.",
        "\"Wait for me!\" cried {someone}, but the train had already left.",
        "To sum up, the question is harder than it looks at first.",
        "This reminded me of something that happened when I was ten years old.",
        "However, the ending left me with more questions than answers.",
        "Another example is the scene in which {someone} burns the letters.",
        "People often forget how much has changed in the last {number} years.",
    ];
}
