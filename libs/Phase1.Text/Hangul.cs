namespace Phase1.Text;

/// <summary>Korean syllables are composed by arithmetic, not by a table (Unicode, section 3.12).</summary>
static class Hangul
{
    const int SyllableBase = 0xAC00;
    const int LeadBase = 0x1100;
    const int VowelBase = 0x1161;
    const int TrailBase = 0x11A7;
    const int LeadCount = 19;
    const int VowelCount = 21;
    const int TrailCount = 28;
    const int SyllableCount = LeadCount * VowelCount * TrailCount;

    public static bool IsSyllable(int codePoint) => codePoint - SyllableBase is >= 0 and < SyllableCount;

    public static bool IsTrailingJamo(int codePoint) => IsVowel(codePoint) || IsTrail(codePoint);

    public static void Decompose(int syllable, List<int> target)
    {
        var index = syllable - SyllableBase;
        target.Add(LeadBase + (index / (VowelCount * TrailCount)));
        target.Add(VowelBase + (index / TrailCount % VowelCount));
        if (index % TrailCount is not 0 and var trail)
        {
            target.Add(TrailBase + trail);
        }
    }

    public static int? Compose(int first, int second)
    {
        if (first - LeadBase is >= 0 and < LeadCount && IsVowel(second))
        {
            return SyllableBase + ((((first - LeadBase) * VowelCount) + (second - VowelBase)) * TrailCount);
        }

        var lacksTrail = IsSyllable(first) && (first - SyllableBase) % TrailCount == 0;
        return lacksTrail && IsTrail(second) ? first + (second - TrailBase) : null;
    }

    static bool IsVowel(int codePoint) => codePoint - VowelBase is >= 0 and < VowelCount;

    static bool IsTrail(int codePoint) => codePoint - TrailBase is > 0 and < TrailCount;
}
