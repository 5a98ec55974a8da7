using Phase1.ModelGateway.Prices;

namespace Phase1.ModelGateway.Ledger;

/// <summary>Cost from usage and prices.</summary>
interface ICostCalculator
{
    /// <summary>What a usage costs.</summary>
    /// <param name="usage">What was taken, or may be at most.</param>
    /// <param name="quote">The prices at the admission.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a unit is not known.</exception>
    Cost Of(TokenUsage usage, PriceQuote quote);
}

/// <inheritdoc cref="ICostCalculator"/>
sealed class CostCalculator : ICostCalculator
{
    const int Decimals = 10;
    const decimal Smallest = 0.0000000001m;

    /// <inheritdoc/>
    public Cost Of(TokenUsage usage, PriceQuote quote) =>
        new(Part(usage.InputTokens, quote.Input), Part(usage.OutputTokens, quote.Output), Part(1, quote.Request));

    /// <summary>Why a usage costs nothing at these prices; null where it costs something, whatever was computed.</summary>
    internal static ZeroReason? WhyZero(TokenUsage usage, PriceQuote quote) =>
        quote.Request.Amount > 0 || IsPaid(usage.InputTokens, quote.Input) || IsPaid(usage.OutputTokens, quote.Output) ? null
        : usage.Total == 0 ? ZeroReason.NoUsage
        : ZeroReason.FreeModel;

    static bool IsPaid(long count, UnitPrice price) => count > 0 && price.Amount > 0;

    static decimal Part(long count, UnitPrice price)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        // Divided last, so that the product is exact.
        var exact = count * price.Amount / price.Unit.Size();
        var rounded = decimal.Round(exact, Decimals, MidpointRounding.AwayFromZero);
        return rounded == 0 && exact > 0 ? Smallest : rounded;
    }
}
