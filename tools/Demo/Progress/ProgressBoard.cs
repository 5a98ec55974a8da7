using System.Globalization;

namespace Phase1.Demo.Progress;

/// <summary>One line for each batch: drawn over and over in place on a terminal, written out at each change elsewhere.</summary>
sealed class ProgressBoard(TextWriter output, bool redraw, TimeProvider clock)
{
    readonly Dictionary<string, string> lines = [];
    readonly long began = clock.GetTimestamp();
    int drawn;

    /// <summary>Sets the line of a batch.</summary>
    internal void Show(string title, string sentence)
    {
        if (lines.TryGetValue(title, out var known) && known == sentence)
        {
            return;
        }
        lines[title] = sentence;
        if (redraw)
        {
            Draw();
        }
        else
        {
            output.WriteLine($"{Seconds()}  {title}: {sentence}");
        }
    }

    /// <summary>Writes a sentence that stays.</summary>
    internal void Say(string sentence)
    {
        Erase();
        output.WriteLine($"{Seconds()}  {sentence}");
        if (redraw)
        {
            Draw();
        }
    }

    /// <summary>Leaves the lines as they are; what is written next stands below them.</summary>
    internal void Close()
    {
        drawn = 0;
        lines.Clear();
    }

    void Draw()
    {
        Erase();
        foreach (var (title, sentence) in lines)
        {
            output.WriteLine($"{Seconds()}  {title}: {sentence}");
        }
        drawn = lines.Count;
    }

    // Up to the first of our lines, and everything below it away.
    void Erase()
    {
        if (drawn > 0)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\e[{drawn}A\e[J"));
            drawn = 0;
        }
    }

    string Seconds() => string.Create(CultureInfo.InvariantCulture, $"{clock.GetElapsedTime(began).TotalSeconds, 6:0.0} s");
}
