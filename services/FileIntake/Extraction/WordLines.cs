using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WrittenText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Phase1.FileIntake.Extraction;

/// <summary>The paragraphs of one part as lines, streamed: a large part never stands in memory as a tree.</summary>
static class WordLines
{
    // Text boxes stand twice (choice and fall-back), moved text at its old place too.
    static readonly HashSet<Type> Skipped = [typeof(AlternateContentFallback), typeof(MoveFromRun)];

    public static IEnumerable<string> Of(OpenXmlPart part, CancellationToken cancellation)
    {
        // Paragraphs nest: a text box stands inside the paragraph that anchors it.
        var open = new Stack<StringBuilder>();
        using var reader = OpenXmlReader.Create(part);
        for (var more = reader.Read(); more; )
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.IsStartElement && Skipped.Contains(reader.ElementType))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            if (reader.ElementType == typeof(Paragraph))
            {
                if (reader.IsStartElement)
                {
                    open.Push(new());
                }

                if (reader.IsEndElement && open.TryPop(out var line))
                {
                    yield return line.ToString();
                }
            }
            else if (reader.IsStartElement && open.TryPeek(out var line))
            {
                line.Append(Content(reader));
            }

            more = reader.Read();
        }
    }

    static string Content(OpenXmlReader reader)
    {
        var type = reader.ElementType;
        if (type == typeof(WrittenText))
        {
            return reader.GetText();
        }

        if (type == typeof(TabChar))
        {
            return "\t";
        }

        if (type == typeof(NoBreakHyphen))
        {
            return "-";
        }

        return type == typeof(Break) || type == typeof(CarriageReturn) ? "\n" : "";
    }
}
