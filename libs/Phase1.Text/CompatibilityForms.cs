using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Phase1.Text;

/// <summary>
/// Replaces what is written differently and read as the same: full-width letters, ligatures, presentation forms and their like by the plain
/// letters (as NFKC does), the signs of other keyboards by the plain ones, and what nothing shows by nothing.
/// </summary>
static class CompatibilityForms
{
    static readonly FrozenDictionary<int, string> Replacements = Read();

    // Where one of them may begin. A search for thousands of characters at once stops at nearly every letter that is not ASCII.
    static readonly bool[] Suspects = MarkFirstUnits();

    /// <summary>Writes the plain forms.</summary>
    /// <returns>The same instance when nothing is replaced.</returns>
    public static string Replace(string text)
    {
        // None of them is ASCII.
        var at = Ascii.IsValid(text) ? text.Length : NextSuspect(text, 0);
        if (at == text.Length)
        {
            return text;
        }

        StringBuilder replaced = new(text.Length + 16);
        var copied = 0;
        while (at < text.Length)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (Replacements.TryGetValue(length == 2 ? char.ConvertToUtf32(text, at) : text[at], out var replacement))
            {
                replaced.Append(text, copied, at - copied).Append(replacement);
                copied = at + length;
            }

            at = NextSuspect(text, at + length);
        }

        return copied == 0 ? text : replaced.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Where the next of them may begin; the text's length without one.</summary>
    static int NextSuspect(string text, int from)
    {
        while (from < text.Length && !Suspects[text[from]])
        {
            from++;
        }

        return from;
    }

    static bool[] MarkFirstUnits()
    {
        var marks = new bool[char.MaxValue + 1];
        foreach (var codePoint in Replacements.Keys)
        {
            marks[FirstUnit(codePoint)] = true;
        }

        return marks;
    }

    static char FirstUnit(int codePoint) => codePoint <= char.MaxValue ? (char)codePoint : char.ConvertFromUtf32(codePoint)[0];

    static FrozenDictionary<int, string> Read()
    {
        using var stream = typeof(CompatibilityForms).Assembly.GetManifestResourceStream("compatibility-forms.txt")!;
        using var reader = new StreamReader(stream);
        Dictionary<int, string> replacements = [];
        while (reader.ReadLine() is { } line)
        {
            foreach (var entry in line.StartsWith('#') ? [] : line.Split(' '))
            {
                var at = entry.IndexOf('=', StringComparison.Ordinal);
                replacements[Hex(entry[..at])] = WithPlainSigns(
                    string.Concat(entry[(at + 1)..].Split('+').Select(Hex).Select(char.ConvertFromUtf32))
                );
            }
        }

        foreach (var (sign, plain) in SharedSigns.Plain)
        {
            replacements[sign] = plain.ToString();
        }

        foreach (var codePoint in IgnorableCharacters.All)
        {
            replacements[codePoint] = "";
        }

        return replacements.ToFrozenDictionary();
    }

    /// <summary>A half-width or small form may stand for a sign that stands for a plain one itself.</summary>
    static string WithPlainSigns(string text) => string.Concat(text.Select(c => SharedSigns.Plain.GetValueOrDefault(c, c)));

    static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
