using System.Text;

namespace Phase1.Text;

/// <summary>The letters of Greek, whose accents and breathings stand on small letters and on first letters alone.</summary>
static class GreekLetters
{
    public static bool Is(int codePoint) => codePoint is (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF);

    /// <summary>The letter without accents; any other character as it is.</summary>
    public static Rune WithoutAccents(Rune letter)
    {
        while (Is(letter.Value) && CanonicalData.Instance.Decomposition(letter.Value) is [var plain, ..] && Is(plain))
        {
            letter = new Rune(plain);
        }

        return letter;
    }
}
