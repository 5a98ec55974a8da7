namespace Phase1.ModelGateway.Prices;

/// <summary>A price.</summary>
sealed record PriceDocument(
    Guid PriceId,
    string? WorkspaceId,
    string Model,
    PriceDirection Direction,
    string Unit,
    decimal Price,
    string Currency,
    DateTimeOffset EffectiveFrom,
    DateTimeOffset? EffectiveUntil
)
{
    internal static PriceDocument Of(Price price) =>
        new(
            price.PriceId,
            price.WorkspaceId,
            price.Model,
            price.Direction,
            PriceUnits.WordOf(price.Unit),
            price.Amount,
            price.Currency,
            price.EffectiveFrom,
            price.EffectiveUntil
        );
}
