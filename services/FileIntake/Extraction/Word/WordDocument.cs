using Phase1.Events;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>The lines of a document: page headers, body, the notes that it refers to, page footers.</summary>
sealed class WordDocument(WordPackage package, EmbeddedText embedded, WordAllowance allowance, CancellationToken cancellation)
{
    public IEnumerable<string> Lines()
    {
        var main = package.MainPart();
        var relations = package.RelationshipsOf(main);
        var styles = WordStyles.Read(package, PartOf("styles"));
        var sections = Sections(main, PartOf("settings"));

        var body = new WordStory(styles, Chunks(relations), allowance, cancellation);
        // Read before the notes are asked for.
        var text = Read(body, main);
        string[] notes =
        [
            .. Notes(styles, body.Notes, "footnote", PartOf("footnotes")),
            .. Notes(styles, body.Notes, "endnote", PartOf("endnotes")),
        ];
        return [.. Repeated(sections.Headers), .. text, .. notes, .. Repeated(sections.Footers)];

        string? PartOf(string type) => relations.FirstOrDefault(relation => relation.Is(type) && package.Has(relation.Target))?.Target;

        // First, odd and even pages repeat one another.
        IEnumerable<string> Repeated(IEnumerable<string> ids) =>
            ids.Select(id => relations.FirstOrDefault(relation => relation.Id == id)?.Target)
                .Where(part => part is not null && package.Has(part))
                .SelectMany(part => Read(new(styles, Chunks(package.RelationshipsOf(part!)), allowance, cancellation), part!))
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Distinct(StringComparer.Ordinal);
    }

    WordSections Sections(string main, string? settings)
    {
        var evenAndOdd = false;
        if (settings is not null)
        {
            using var xml = package.Read(settings);
            xml.MoveToContent();
            xml.ForEachChild(child => evenAndOdd |= child == "evenAndOddHeaders" && xml.IsOn());
        }

        using var document = package.Read(main);
        return WordSections.Read(document, evenAndOdd);
    }

    IReadOnlyList<string> Read(WordStory story, string part)
    {
        using var xml = package.Read(part);
        xml.MoveToContent();
        return story.Read(xml);
    }

    /// <summary>The notes of one kind that are referred to, in that order; rules between text and notes are notes without a reference.</summary>
    IEnumerable<string> Notes(WordStyles styles, IReadOnlyList<string> references, string kind, string? part)
    {
        if (part is null)
        {
            return [];
        }

        var read = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var story = new WordStory(styles, Chunks(package.RelationshipsOf(part)), allowance, cancellation);
        using var xml = package.Read(part);
        xml.MoveToContent();
        xml.ForEachChild(child =>
        {
            var reference = $"{child} {xml.Attribute("id")}";
            if (references.Contains(reference))
            {
                read[reference] = story.Read(xml);
            }
        });
        return references
            .Where(reference => reference.StartsWith(kind, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(reference => read.GetValueOrDefault(reference) ?? [])
            .Where(line => !string.IsNullOrWhiteSpace(line));
    }

    /// <summary>Reads a document of another kind that stands within this one.</summary>
    Func<string, IEnumerable<string>> Chunks(IReadOnlyList<WordRelationship> relations) =>
        id =>
            relations.FirstOrDefault(relation => relation.Id == id) is { } relation && package.Has(relation.Target)
                ? embedded.Lines(package, relation.Target)
                : throw new UnreadableFileException(
                    ValidationErrorCode.TextExtractionFailed,
                    "A part of the document's text (altChunk) is missing."
                );
}
