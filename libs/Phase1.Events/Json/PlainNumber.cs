namespace Phase1.Events;

/// <summary>Numbers without exponent, as PostgreSQL keeps them: eight characters can stand for a million digits.</summary>
static class PlainNumber
{
    /// <summary>Digits before the point, and as many behind it.</summary>
    public const int MaxDigits = 100;

    // Beyond six digits every exponent is equally far out of range.
    const int LargestExponent = 999_999;

    /// <summary>Whether a JSON number has at most <see cref="MaxDigits"/> digits on either side of the point when it is written without exponent.</summary>
    public static bool Fits(ReadOnlySpan<char> number)
    {
        var exponentAt = number.IndexOfAny('e', 'E');
        var mantissa = (exponentAt < 0 ? number : number[..exponentAt]).TrimStart('-');
        var exponent = exponentAt < 0 ? 0 : Exponent(number[(exponentAt + 1)..]);
        var point = mantissa.IndexOf('.');
        var (whole, decimals) = point < 0 ? (mantissa.Length, 0) : (point, mantissa.Length - point - 1);
        return whole + exponent <= MaxDigits && decimals - exponent <= MaxDigits;
    }

    static int Exponent(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var character in digits.TrimStart("+-"))
        {
            value = Math.Min(value * 10 + character - '0', LargestExponent);
        }
        return digits[0] == '-' ? -value : value;
    }
}
