using Phase1.ModelGateway.Prices;

namespace Phase1.ModelGateway.Ledger;

/// <summary>What holds for a call from its admission on, whatever changes while it is made.</summary>
/// <param name="AdmittedAt">When it was admitted first: its periods and prices are those of this moment.</param>
/// <param name="LocalDay">The date of it in the workspace's zone.</param>
/// <param name="Currency">The workspace's, ISO 4217.</param>
/// <param name="Quote">What its model costs.</param>
sealed record CallTerms(DateTimeOffset AdmittedAt, DateOnly LocalDay, string Currency, PriceQuote Quote);
