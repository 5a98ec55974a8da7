using System.Numerics;

namespace Phase1.Nlp.Matching;

/// <summary>
/// A string prepared for the length of its longest common subsequence with many others, bit-parallel (Hyyrö 2004): one step per
/// character of the other string and 64 characters of this one.
/// </summary>
sealed class LcsPattern
{
    readonly int _words;
    readonly ulong[] _ascii;
    readonly Dictionary<int, ulong[]>? _others;

    public LcsPattern(string text)
    {
        var codePoints = CodePoints(text);
        Length = codePoints.Length;
        _words = Math.Max(1, (Length + 63) / 64);
        _ascii = new ulong[128 * _words];
        for (var i = 0; i < codePoints.Length; i++)
        {
            var codePoint = codePoints[i];
            var mask = codePoint < 128 ? _ascii.AsSpan(codePoint * _words, _words) : OtherMask(_others ??= [], codePoint);
            mask[i / 64] |= 1UL << (i % 64);
        }
    }

    /// <summary>Length in code points.</summary>
    public int Length { get; }

    public static int[] CodePoints(string text)
    {
        var codePoints = new int[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            codePoints[length++] = isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
        }

        return length == codePoints.Length ? codePoints : codePoints[..length];
    }

    /// <summary>Length of the longest common subsequence, in code points.</summary>
    public int CommonLength(ReadOnlySpan<int> text)
    {
        if (_words == 1)
        {
            return CommonLengthOfOneWord(text);
        }

        Span<ulong> state = _words <= 16 ? stackalloc ulong[_words] : new ulong[_words];
        state.Fill(ulong.MaxValue);
        foreach (var codePoint in text)
        {
            Step(state, Mask(codePoint));
        }

        var common = 0;
        foreach (var word in state)
        {
            common += BitOperations.PopCount(~word);
        }

        return common;
    }

    int CommonLengthOfOneWord(ReadOnlySpan<int> text)
    {
        var state = ulong.MaxValue;
        foreach (var codePoint in text)
        {
            var mask = Mask(codePoint);
            var shared = mask.IsEmpty ? 0 : state & mask[0];
            state = (state + shared) | (state - shared);
        }

        return BitOperations.PopCount(~state);
    }

    static void Step(Span<ulong> state, ReadOnlySpan<ulong> mask)
    {
        var carry = 0UL;
        for (var i = 0; i < mask.Length; i++)
        {
            var shared = state[i] & mask[i];
            var sum = state[i] + shared;
            var overflow = sum < shared ? 1UL : 0UL;
            sum += carry;
            overflow |= sum < carry ? 1UL : 0UL;
            state[i] = sum | (state[i] - shared);
            carry = overflow;
        }
    }

    ReadOnlySpan<ulong> Mask(int codePoint) =>
        codePoint < 128 ? _ascii.AsSpan(codePoint * _words, _words)
        : _others is not null && _others.TryGetValue(codePoint, out var mask) ? mask
        : [];

    ulong[] OtherMask(Dictionary<int, ulong[]> masks, int codePoint)
    {
        if (!masks.TryGetValue(codePoint, out var mask))
        {
            masks[codePoint] = mask = new ulong[_words];
        }

        return mask;
    }
}
