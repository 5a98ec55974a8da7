using System.Text;

namespace Phase1.ServiceDefaults.Text;

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
    public static string ToComposed(string text) => IsSurelyComposed(text) ? text : Write(Compose(Decompose(text)));

    /// <summary>The decomposed form (NFD). Lone surrogates pass through unchanged.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same instance when the text is ASCII.</returns>
    public static string ToDecomposed(string text) => Ascii.IsValid(text) ? text : Write(Decompose(text));

    static bool IsSurelyComposed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\u0300')
            {
                continue;
            }

            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair ? Data.MayChangeWhenComposed(char.ConvertToUtf32(c, text[++i])) : Suspects[c])
            {
                return false;
            }
        }

        return true;
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
