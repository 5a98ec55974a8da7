namespace Phase1.ModelGateway.Prices;

/// <summary>What a price is for.</summary>
enum PriceUnit
{
    Token,
    ThousandTokens,
    MillionTokens,
    Request,
}

/// <summary>What is paid for; of a request, the request itself.</summary>
enum PriceDirection
{
    Input,
    Output,
    Request,
}

static class PriceUnits
{
    static readonly (PriceUnit Unit, string Word)[] Known =
    [
        (PriceUnit.Token, "token"),
        (PriceUnit.ThousandTokens, "1k_tokens"),
        (PriceUnit.MillionTokens, "1m_tokens"),
        (PriceUnit.Request, "request"),
    ];

    /// <summary>The units as callers name them.</summary>
    internal static IEnumerable<string> Words => Known.Select(known => known.Word);

    internal static string WordOf(PriceUnit unit) => Known.First(known => known.Unit == unit).Word;

    internal static bool TryParse(string word, out PriceUnit unit)
    {
        var found = Array.FindIndex(Known, known => known.Word == word);
        unit = found < 0 ? default : Known[found].Unit;
        return found >= 0;
    }

    /// <summary>How many tokens, or requests, one price is for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not known: no cost is better than a wrong one.</exception>
    internal static decimal Size(this PriceUnit unit) =>
        unit switch
        {
            PriceUnit.Token => 1,
            PriceUnit.ThousandTokens => 1_000,
            PriceUnit.MillionTokens => 1_000_000,
            PriceUnit.Request => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "A price without a known unit."),
        };

    /// <summary>The same price in another unit of tokens.</summary>
    /// <exception cref="ArgumentException">One of the units is of tokens and the other is not.</exception>
    internal static decimal Convert(decimal price, PriceUnit from, PriceUnit to) =>
        (from == PriceUnit.Request) == (to == PriceUnit.Request)
            ? price * to.Size() / from.Size()
            : throw new ArgumentException("Tokens and requests have no common price.", nameof(to));
}
