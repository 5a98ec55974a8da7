using System.Globalization;

namespace Phase1.Demo.Progress;

/// <summary>One line for each batch: drawn over and over in place on a terminal, written out at each change elsewhere.</summary>
sealed class ProgressBoard(TextWriter output, bool redraw, TimeProvider clock)
{
    readonly Dictionary<string, string> _lines = [];
    readonly long _began = clock.GetTimestamp();
    int _drawn;

    /// <summary>Sets the line of a batch.</summary>
    internal void Show(string title, string sentence)
    {
        if (_lines.TryGetValue(title, out var known) && known == sentence)
        {
            return;
        }
        _lines[title] = sentence;
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
        _drawn = 0;
        _lines.Clear();
    }

    void Draw()
    {
        Erase();
        foreach (var (title, sentence) in _lines)
        {
            output.WriteLine($"{Seconds()}  {title}: {sentence}");
        }
        _drawn = _lines.Count;
    }

    // Up to the first of our lines, and everything below it away.
    void Erase()
    {
        if (_drawn > 0)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\e[{_drawn}A\e[J"));
            _drawn = 0;
        }
    }

    string Seconds() => string.Create(CultureInfo.InvariantCulture, $"{clock.GetElapsedTime(_began).TotalSeconds, 6:0.0} s");
}
