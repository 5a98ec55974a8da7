namespace Phase1.Nlp.Matching;

/// <summary>Where a line stands in its text.</summary>
readonly record struct TextLine(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int position) => position >= Start && position < End;
}

/// <summary>Finds lines without splitting the text.</summary>
static class TextLines
{
    public static List<TextLine> First(string text, int count)
    {
        List<TextLine> lines = new(count);
        for (var start = 0; lines.Count < count && start <= text.Length; start = lines[^1].End + 1)
        {
            lines.Add(new TextLine(start, EndFrom(text, start)));
        }

        return lines;
    }

    /// <summary>The line that holds a position.</summary>
    public static TextLine At(string text, int position) => new(StartBefore(text, position), EndFrom(text, position));

    /// <summary>Where the last <paramref name="count"/> non-empty lines begin.</summary>
    public static int StartOfLast(string text, int count)
    {
        var end = text.Length;
        while (end > 0)
        {
            var start = StartBefore(text, end);
            if (start < end && --count == 0)
            {
                return start;
            }

            end = start - 1;
        }

        return 0;
    }

    static int EndFrom(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;

    static int StartBefore(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
}
