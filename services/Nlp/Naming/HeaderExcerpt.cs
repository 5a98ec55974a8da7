using System.Text;
using Phase1.Nlp.Matching;

namespace Phase1.Nlp.Naming;

/// <summary>The lines of a header that a model may see: no prose, no address, no line of somebody else, and never the roster.</summary>
static class HeaderExcerpt
{
    const int MostLines = 8;
    const int MostCharacters = 600;
    const string Address = "[e-post]";

    /// <summary>The excerpt of an essay; empty where its text begins with prose.</summary>
    /// <param name="essay">The essay.</param>
    /// <param name="roster">By which lines of somebody else are told from the pupil's own.</param>
    public static string Of(EssayText essay, Roster roster)
    {
        var reading = new EssayReading(essay, static _ => false, roster);
        foreach (var step in ReadingSteps.InOrder)
        {
            Read(step, reading);
        }
        StringBuilder excerpt = new();
        var lines = 0;
        foreach (var zoneLine in reading.Zone)
        {
            var line = reading.Line(zoneLine).Trim();
            if (line.IsEmpty)
            {
                continue;
            }
            if (HeaderExtractor.MayEnd(line) && !LineCutter.HasDateIn(line))
            {
                break;
            }
            var shown = WithoutAddresses(line);
            if (lines++ == MostLines || excerpt.Length + shown.Length + 1 > MostCharacters)
            {
                break;
            }
            excerpt.Append(shown).Append('\n');
        }
        return excerpt.ToString().TrimEnd();
    }

    // A step that fails blanks nothing; what it would have blanked is then a header line like others.
    static void Read(IReadingStep step, EssayReading reading)
    {
        try
        {
            step.Read(reading);
        }
        catch (Exception)
        {
            reading.SkippedSteps++;
        }
    }

    static string WithoutAddresses(ReadOnlySpan<char> line)
    {
        StringBuilder shown = new();
        var from = 0;
        while (EmailScanner.TryNext(line, from, out var address))
        {
            shown.Append(line[from..address.Start.Value]).Append(Address);
            from = address.End.Value;
        }
        return shown.Append(line[from..]).ToString();
    }
}
