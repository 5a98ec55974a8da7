using System.Runtime.Intrinsics;

namespace Phase1.Nlp.Matching;

/// <summary>
/// How often each letter stands in a string, in 32 buckets. Two strings have no longer subsequence in common than letters, so most pairs
/// of names are told apart by one instruction or two.
/// </summary>
readonly struct LetterCounts
{
    const int Buckets = 32;

    readonly Vector256<byte> _counts;
    readonly bool _isTooLong;

    public LetterCounts(ReadOnlySpan<int> codePoints)
    {
        _isTooLong = codePoints.Length > byte.MaxValue;
        Span<byte> buckets = stackalloc byte[Buckets];
        foreach (var codePoint in codePoints)
        {
            unchecked
            {
                buckets[codePoint & (Buckets - 1)]++;
            }
        }

        _counts = Vector256.Create<byte>(buckets);
    }

    /// <summary>At least as many letters as the two strings have in common.</summary>
    public int SharedAtMost(in LetterCounts other)
    {
        if (_isTooLong || other._isTooLong)
        {
            return int.MaxValue / 2;
        }

        var (lower, upper) = Vector256.Widen(Vector256.Min(_counts, other._counts));
        return Vector256.Sum(lower + upper);
    }
}
