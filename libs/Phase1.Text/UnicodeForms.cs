using System.Text;

namespace Phase1.Text;

/// <summary>
/// Unicode normalisation forms C and D. The framework's own <c>string.Normalize</c> returns its input unchanged under
/// invariant globalisation, which Phase1 runs with so that a bare machine needs no ICU.
/// </summary>
public static class UnicodeForms
{
    static readonly CanonicalData Data = CanonicalData.Instance;
    static readonly bool[] Suspects = MarkSuspects();

    /// <summary>The composed form (NFC). Lone surrogates pass through unchanged.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same instance when nothing can change.</returns>
    public static string ToComposed(string text) => NextSuspect(text, 0) is >= 0 and var suspect ? ComposeParts(text, suspect) : text;

    /// <summary>The decomposed form (NFD). Lone surrogates pass through unchanged.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same instance when the text is ASCII.</returns>
    public static string ToDecomposed(string text) => Ascii.IsValid(text) ? text : Write(Decompose(text));

    /// <summary>Composes what stands around the characters that may change; the rest, which is nearly all of any text, is copied.</summary>
    static string ComposeParts(string text, int suspect)
    {
        StringBuilder composed = new(text.Length);
        var copied = 0;
        for (; suspect >= 0; suspect = NextSuspect(text, copied))
        {
            var start = StartOfPrevious(text, suspect, copied);
            var end = suspect;
            while (end < text.Length && IsSuspect(text, end, out var length))
            {
                end += length;
            }

            composed.Append(text, copied, start - copied).Append(Write(Compose(Decompose(text[start..end]))));
            copied = end;
        }

        return composed.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The base that a suspect may change stands right before it.</summary>
    static int StartOfPrevious(string text, int at, int least)
    {
        var isPair = at - 2 >= least && char.IsLowSurrogate(text[at - 1]) && char.IsHighSurrogate(text[at - 2]);
        return Math.Max(least, isPair ? at - 2 : at - 1);
    }

    static int NextSuspect(string text, int from)
    {
        // Everything below the combining marks is composed already.
        for (var at = from; at < text.Length; at++)
        {
            var offset = text.AsSpan(at).IndexOfAnyExceptInRange('\0', '\u02FF');
            if (offset < 0)
            {
                return -1;
            }

            at += offset;
            if (IsSuspect(text, at, out var length))
            {
                return at;
            }

            at += length - 1;
        }

        return -1;
    }

    static bool IsSuspect(string text, int at, out int length)
    {
        var isPair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        length = isPair ? 2 : 1;
        return isPair ? Data.MayChangeWhenComposed(char.ConvertToUtf32(text[at], text[at + 1])) : Suspects[text[at]];
    }

    static List<int> Decompose(string text)
    {
        List<int> codePoints = new(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            Decompose(isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i], codePoints);
        }

        OrderMarks(codePoints);
        return codePoints;
    }

    static void Decompose(int codePoint, List<int> target)
    {
        if (codePoint < 0xC0)
        {
            target.Add(codePoint);
        }
        else if (Hangul.IsSyllable(codePoint))
        {
            Hangul.Decompose(codePoint, target);
        }
        else if (Data.Decomposition(codePoint) is { } parts)
        {
            foreach (var part in parts)
            {
                Decompose(part, target);
            }
        }
        else
        {
            target.Add(codePoint);
        }
    }

    /// <summary>Marks after one base stand in the order of their classes; equal classes keep their order, at n log n for any input.</summary>
    static void OrderMarks(List<int> codePoints)
    {
        for (var start = 0; start < codePoints.Count; start++)
        {
            var end = start;
            while (end < codePoints.Count && Data.CombiningClass(codePoints[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var ordered = codePoints.GetRange(start, end - start).OrderBy(Data.CombiningClass).ToList();
                for (var i = 0; i < ordered.Count; i++)
                {
                    codePoints[start + i] = ordered[i];
                }
            }

            start = Math.Max(start, end);
        }
    }

    static List<int> Compose(List<int> codePoints)
    {
        List<int> composed = new(codePoints.Count);
        var starter = -1;
        var lastClass = 0;
        foreach (var codePoint in codePoints)
        {
            var combiningClass = Data.CombiningClass(codePoint);
            var isBlocked = starter < 0 || (composed.Count - 1 > starter && (lastClass == 0 || lastClass >= combiningClass));
            var merged = isBlocked ? null : Merge(composed[starter], codePoint);
            if (merged is { } result)
            {
                composed[starter] = result;
                continue;
            }

            composed.Add(codePoint);
            lastClass = combiningClass;
            starter = combiningClass == 0 ? composed.Count - 1 : starter;
        }

        return composed;
    }

    static int? Merge(int first, int second) => Hangul.Compose(first, second) ?? Data.Composition(first, second);

    static string Write(List<int> codePoints)
    {
        StringBuilder text = new(codePoints.Count + 16);
        foreach (var codePoint in codePoints)
        {
            _ = codePoint <= char.MaxValue ? text.Append((char)codePoint) : text.Append(char.ConvertFromUtf32(codePoint));
        }

        return text.ToString();
    }

    static bool[] MarkSuspects()
    {
        var suspects = new bool[char.MaxValue + 1];
        for (var c = 0x300; c <= char.MaxValue; c++)
        {
            suspects[c] = Data.MayChangeWhenComposed(c);
        }

        return suspects;
    }
}
