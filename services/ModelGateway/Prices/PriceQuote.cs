namespace Phase1.ModelGateway.Prices;

/// <summary>Where a price was found, the most specific first.</summary>
enum PricingSource
{
    /// <summary>The workspace's own price.</summary>
    Contract,

    /// <summary>A price for all workspaces.</summary>
    Database,

    /// <summary>What is known without any price: models that run in the building are free.</summary>
    Catalogue,

    /// <summary>Nobody has said what the model costs.</summary>
    Default,
}

/// <summary>One price of a model.</summary>
/// <param name="Amount">At least 0.</param>
/// <param name="Unit">What it is for.</param>
readonly record struct UnitPrice(decimal Amount, PriceUnit Unit);

/// <summary>What a model costs at an instant.</summary>
/// <param name="Input">For what is sent.</param>
/// <param name="Output">For what is answered.</param>
/// <param name="Request">For the request itself, whatever it holds.</param>
/// <param name="Currency">ISO 4217; null where nothing is paid.</param>
/// <param name="Source">The most specific level at which one of them was found.</param>
/// <param name="PriceIds">The rows that it was read from.</param>
sealed record PriceQuote(
    UnitPrice Input,
    UnitPrice Output,
    UnitPrice Request,
    string? Currency,
    PricingSource Source,
    IReadOnlyList<Guid> PriceIds
)
{
    internal static PriceQuote Free { get; } =
        new(
            new(0, PriceUnit.ThousandTokens),
            new(0, PriceUnit.ThousandTokens),
            new(0, PriceUnit.Request),
            Currency: null,
            PricingSource.Catalogue,
            []
        );
}
