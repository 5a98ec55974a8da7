using System.Text;
using Phase1.Text;

namespace Phase1.Portal.Words;

/// <summary>The order of a Swedish class list: å, ä and ö after z, other accents as their letters, case as nothing. The system's own has no cultures.</summary>
sealed class SwedishOrder : IComparer<string>
{
    internal static SwedishOrder Comparer { get; } = new();

    public int Compare(string? x, string? y) => string.CompareOrdinal(KeyOf(x ?? ""), KeyOf(y ?? ""));

    static string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in UnicodeForms.ToComposed(text).ToLowerInvariant())
        {
            _ = letter switch
            {
                'z' => key.Append("z0"),
                'å' => key.Append("z1"),
                'ä' or 'æ' => key.Append("z2"),
                'ö' or 'ø' => key.Append("z3"),
                _ => key.Append(letter),
            };
        }
        return TextNormalizer.Fold(key.ToString());
    }
}
