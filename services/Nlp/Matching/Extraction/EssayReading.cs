using Phase1.Text;

namespace Phase1.Nlp.Matching;

/// <summary>One essay while it is read: the normalised text, its header zone and what the steps have found so far.</summary>
sealed class EssayReading
{
    /// <summary>Lines in which headers are looked for.</summary>
    public const int ZoneLines = 20;

    /// <summary>More names than any real header holds; a bound for hostile texts.</summary>
    const int MostNames = 40;

    readonly HashSet<string> _forms = [];

    readonly IStudentNames? _students;

    public EssayReading(EssayText essay, Func<EssayReading, bool> anyAddressIsKnown, IStudentNames? students = null)
    {
        _students = students;
        Text = TableRows.AsStatements(TextNormalizer.ReadingForm(essay.Text ?? ""));
        // A name that came by way of an address may still be written as one: "Tove%20Hallgren".
        FileName = TextNormalizer.ReadingForm(Uri.UnescapeDataString(essay.FileName ?? "")).Replace('\n', ' ').Replace('\t', ' ');
        IsAnyAddressKnown = () => anyAddressIsKnown(this);
        Zone = TextLines.First(Text, ZoneLines);
    }

    public string Text { get; }

    public string FileName { get; }

    /// <summary>The lines of the header zone; a line of somebody else is blanked in place.</summary>
    public List<TextLine> Zone { get; }

    /// <summary>Parts of the text that no step may read any more.</summary>
    public List<TextLine> Blanked { get; } = [];

    public List<FoundEmail> Emails { get; } = [];

    public List<PersonName> Names { get; } = [];

    /// <summary>The words of the file name, in order.</summary>
    public IReadOnlyList<string> FileWords { get; set; } = [];

    /// <summary>Salutations found on header lines, for the step that uses them when nothing else gave a name.</summary>
    public List<string> Addressees { get; } = [];

    public bool HasSeveralAuthors { get; set; }

    public Func<bool> IsAnyAddressKnown { get; }

    /// <summary>Steps that threw.</summary>
    public int SkippedSteps { get; set; }

    public ReadOnlySpan<char> Line(TextLine line) => Text.AsSpan(line.Start, line.Length);

    /// <summary>Whether the text is, sign for sign, a name of the roster.</summary>
    public bool IsStudent(ReadOnlySpan<char> text) => _students?.Has(text) == true;

    /// <summary>Whether the word stands in a name of the roster; without a roster any may.</summary>
    public bool IsWordOfStudent(ReadOnlySpan<char> word) => _students?.HasWord(word) != false;

    /// <summary>Whether the word stands in a name of the roster; without a roster none does.</summary>
    public bool IsKnownWordOfStudent(ReadOnlySpan<char> word) => _students?.HasWord(word) == true;

    public bool IsBlanked(int position) => Blanked.Exists(line => line.Contains(position));

    /// <summary>Blanks this line of the zone and the whole text below it.</summary>
    public void BlankFrom(int zoneLine)
    {
        var start = Zone[zoneLine].Start;
        for (var i = zoneLine; i < Zone.Count; i++)
        {
            Zone[i] = Zone[i] with { End = Zone[i].Start };
        }

        Blanked.Add(new TextLine(start, Text.Length));
    }

    /// <summary>Blanks a line of the zone; nothing for -1.</summary>
    public void Blank(int zoneLine)
    {
        if (zoneLine < 0)
        {
            return;
        }

        Blanked.Add(Zone[zoneLine]);
        Zone[zoneLine] = Zone[zoneLine] with { End = Zone[zoneLine].Start };
    }

    public void AddName(string text, NameSource source)
    {
        if (Names.Count < MostNames && new PersonName(text, source) is { Form.Length: > 0 } name && _forms.Add(name.Form))
        {
            Names.Add(name);
        }
    }

    /// <summary>Adds a name that the roster has sign for sign; a surname before a comma is turned around.</summary>
    public void AddStudent(ReadOnlySpan<char> text, NameSource source)
    {
        var trimmed = Segment.Trim(text);
        text = IsStudent(trimmed) ? trimmed : text.Trim(" \t");
        AddName(
            text.IndexOf(',') is > 0 and var comma && comma < text.Length - 1
                ? $"{text[(comma + 1)..].Trim(' ')} {text[..comma].Trim(' ')}"
                : text.ToString().Replace('\t', ' '),
            source
        );
    }

    public void AddNames(NamePieces.Found found, NameSource source)
    {
        HasSeveralAuthors |= found.HasSeveralAuthors;
        foreach (var name in found.Names)
        {
            AddName(name, source);
        }
    }
}
