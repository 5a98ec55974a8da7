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

    public EssayReading(EssayText essay, Func<EssayReading, bool> anyAddressIsKnown)
    {
        Text = TextNormalizer.ReadingForm(essay.Text ?? "").Replace('\t', ' ');
        FileName = TextNormalizer.ReadingForm(essay.FileName ?? "").Replace('\n', ' ').Replace('\t', ' ');
        IsAnyAddressKnown = () => anyAddressIsKnown(this);
        Zone = TextLines.First(Text, ZoneLines);
    }

    public string Text { get; }

    public string FileName { get; }

    /// <summary>The lines of the header zone; a teacher line is blanked in place.</summary>
    public List<TextLine> Zone { get; }

    /// <summary>Parts of the text that no step may read any more.</summary>
    public List<TextLine> Blanked { get; } = [];

    public List<FoundEmail> Emails { get; } = [];

    public List<PersonName> Names { get; } = [];

    public List<PersonName> FileNames { get; } = [];

    /// <summary>Salutations found on header lines, for the step that uses them when nothing else gave a name.</summary>
    public List<string> Addressees { get; } = [];

    public bool HasSeveralAuthors { get; set; }

    public Func<bool> IsAnyAddressKnown { get; }

    /// <summary>Steps that threw.</summary>
    public int SkippedSteps { get; set; }

    public ReadOnlySpan<char> Line(TextLine line) => Text.AsSpan(line.Start, line.Length);

    public void Blank(int zoneLine)
    {
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

    public void AddNames(NamePieces.Found found, NameSource source)
    {
        HasSeveralAuthors |= found.HasSeveralAuthors;
        foreach (var name in found.Names)
        {
            AddName(name, source);
        }
    }
}
